"""Faults: a clerk in another process, and everything that can happen to it and its disk."""

from __future__ import annotations
