"""The edition as open data."""
