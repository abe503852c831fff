"""Tests of the archive tab."""

from __future__ import annotations
