"""Formats."""

from __future__ import annotations
