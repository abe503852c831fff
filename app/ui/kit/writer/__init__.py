"""The writer: an editor of letters whose text is kept as its own structure."""

from __future__ import annotations
