"""Rules for notes, sources and the tracker: one rule, one file."""
