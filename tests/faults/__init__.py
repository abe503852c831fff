"""Faults of every kind over every kind of work: what was told stays, nothing is half."""
