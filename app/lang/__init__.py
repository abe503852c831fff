"""Lang."""

from __future__ import annotations
