"""Employees in the window."""

from __future__ import annotations
