"""Kit."""

from __future__ import annotations
