"""Stock in the window: what lies there, what moves, counts, reordering and reports."""

from __future__ import annotations
