"""Accounting."""

from __future__ import annotations
