"""Tests of the accounting tab."""

from __future__ import annotations
