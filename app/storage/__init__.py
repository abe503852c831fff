"""Storage."""

from __future__ import annotations
