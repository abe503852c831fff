"""Employees: who works here, what is agreed with each, and what is known of each."""

from __future__ import annotations
