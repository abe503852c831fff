"""Invoices."""

from __future__ import annotations
