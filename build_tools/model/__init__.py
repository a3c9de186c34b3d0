"""Frozen values of the domain. No input, no output, standard library only."""
