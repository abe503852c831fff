"""Backdesk: a back office for small businesses, offline, in one local company file."""

from __future__ import annotations

from pathlib import Path

VERSION = "0.1.0"
RESOURCES = Path(__file__).resolve().parent.parent / "resources"
