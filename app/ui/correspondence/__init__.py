"""The letters: the window on what came in and what goes out."""

from __future__ import annotations
