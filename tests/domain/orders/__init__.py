"""Tests of quotes."""

from __future__ import annotations
