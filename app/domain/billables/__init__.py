"""Time and expenses that a customer is to be invoiced for."""

from __future__ import annotations
