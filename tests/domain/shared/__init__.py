"""Tests: shared."""

from __future__ import annotations
