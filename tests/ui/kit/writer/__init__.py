"""Tests: the writer."""

from __future__ import annotations
