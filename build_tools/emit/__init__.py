"""Edition to files. Emitters write nothing and do not know one another."""
