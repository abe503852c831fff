"""Tests: outside."""

from __future__ import annotations
