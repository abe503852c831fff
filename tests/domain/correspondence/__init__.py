"""Tests: correspondence."""

from __future__ import annotations
