"""Tests: contacts."""

from __future__ import annotations
