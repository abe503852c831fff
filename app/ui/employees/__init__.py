"""Employees in the window: people, their files and contracts."""

from __future__ import annotations
