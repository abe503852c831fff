"""E-invoices, read and written, and the official rules that judge them."""

from __future__ import annotations
