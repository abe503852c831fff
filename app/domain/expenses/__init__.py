"""Expenses: what people paid for the firm, and how it is paid back."""

from __future__ import annotations
