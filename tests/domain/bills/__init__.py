"""Tests of draft bills."""

from __future__ import annotations
