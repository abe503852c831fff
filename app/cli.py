"""The terminal's door: headless work on an office, JSON in and out."""

from __future__ import annotations
