"""Recurring invoices: plans, their periods, and what is billed for each."""

from __future__ import annotations
