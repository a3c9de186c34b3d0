"""Reports about the edition, for the repository rather than the site."""
