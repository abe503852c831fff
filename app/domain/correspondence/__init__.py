"""Correspondence."""

from __future__ import annotations
