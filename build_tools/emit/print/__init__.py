"""The printed editions: one PDF per script, set by Typst from data, never from markup."""
