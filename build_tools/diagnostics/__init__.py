"""Faults of content: their codes, how they are collected, and how they are shown."""
