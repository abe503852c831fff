"""Tests of the company tab."""

from __future__ import annotations
