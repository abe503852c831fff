"""Tests of the invoices tab and its editor."""

from __future__ import annotations
