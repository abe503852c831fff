"""Self-service as the main window has it: the way to its door, and the door."""

from __future__ import annotations
