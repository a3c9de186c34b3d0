"""The search: an index for each locale and the engine that reads it, as scripts that load from a folder too."""
