"""The kinds of e-invoice that a buyer can be sent."""

from __future__ import annotations

from enum import Enum


class EFormat(Enum):
    """How the buyer gets the invoice as data; ``NONE`` is the paper alone.

    FACTURX is CII of the EN 16931 profile inside the PDF (ZUGFeRD 2); the XRECHNUNG kinds follow
    the German CIUS 3.0, PEPPOL is BIS Billing 3, FINVOICE is Finvoice 3.0 and ETAX the ETDA
    standard of Thailand (Por Mor Thor 3-2560).
    """

    NONE = ""
    FACTURX = "factur-x"
    XRECHNUNG_CII = "xrechnung-cii"
    XRECHNUNG_UBL = "xrechnung-ubl"
    PEPPOL = "peppol"
    FINVOICE = "finvoice"
    ETAX = "etax"
