"""The MkDocs plugin: glue only."""
