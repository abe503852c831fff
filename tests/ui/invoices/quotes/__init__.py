"""Tests of the quotes of the window."""

from __future__ import annotations
