"""Backdesk: a back office for small businesses, offline, in one local company file."""

from __future__ import annotations

from pathlib import Path

VERSION = "0.1.0"
ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
MANUAL = ROOT / "docs" / "manual"
