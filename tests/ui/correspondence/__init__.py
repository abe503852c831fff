"""Tests: the letters in the window."""

from __future__ import annotations
