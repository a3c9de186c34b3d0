"""Rules that compare each segment's English with its Chinese: one rule, one file."""
