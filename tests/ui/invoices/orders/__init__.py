"""Tests of the orders of the window."""

from __future__ import annotations
