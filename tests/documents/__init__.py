"""Tests: documents."""

from __future__ import annotations
