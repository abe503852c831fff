"""Payroll: what a person earns in a period, with every figure explained."""

from __future__ import annotations
