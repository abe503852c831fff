"""Migrations: how the tables of an older office become those of today."""

from __future__ import annotations

HEAD = "0006"
