"""Clues: what a document says of itself in its text, and where it says so."""

from __future__ import annotations
