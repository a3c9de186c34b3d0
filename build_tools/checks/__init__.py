"""What must hold of a project: one rule, one file. Checks yield diagnostics; they change nothing."""
