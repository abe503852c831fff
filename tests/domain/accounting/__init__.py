"""Tests: accounting."""

from __future__ import annotations
