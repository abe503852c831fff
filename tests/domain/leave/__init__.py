"""Tests of leave."""

from __future__ import annotations
