"""Recurring invoices."""

from __future__ import annotations
