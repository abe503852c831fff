"""Tests of time and expenses to invoice."""

from __future__ import annotations
