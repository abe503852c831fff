"""Outside."""

from __future__ import annotations
