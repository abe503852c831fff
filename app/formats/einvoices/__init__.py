"""E-invoices from outside: UBL, CII, Thai e-Tax and Finvoice, also where a PDF carries them."""

from __future__ import annotations
