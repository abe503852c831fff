"""Settings."""

from __future__ import annotations
