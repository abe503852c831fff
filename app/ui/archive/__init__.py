"""Archive."""

from __future__ import annotations
