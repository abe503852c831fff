"""Tests: invoices."""

from __future__ import annotations
