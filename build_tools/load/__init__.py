"""Files to model: the only stage that reads sources."""
