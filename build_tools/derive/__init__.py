"""Layers: what is known of the text, keyed by the ids of its units and segments. The text is never edited."""
