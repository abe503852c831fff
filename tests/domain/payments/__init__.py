"""Payments."""

from __future__ import annotations
