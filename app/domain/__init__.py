"""Domain."""

from __future__ import annotations
