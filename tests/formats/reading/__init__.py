"""Tests: reading."""

from __future__ import annotations
