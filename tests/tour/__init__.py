"""Tests of the tour."""

from __future__ import annotations
