"""Payment slips: the forms at the foot of the last page that banks read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaymentSlip:
    """The Finnish giro form (tilisiirto) at the foot of the last page.

    Its own words are Finnish and Swedish in every document, as the banks' form demands.
    ``bar_code`` is the 54 digits of the bank bar code or empty, ``qr`` the text of the EPC code or
    empty; ``message`` stands in the free field.
    """

    iban: str
    bic: str
    payee: tuple[str, ...]
    payer: tuple[str, ...]
    reference: str
    due: str
    amount: str
    bar_code: str = ""
    qr: str = ""
    message: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SwissSlip:
    """The Swiss QR-bill at the foot of the last page: receipt and payment part.

    ``qr`` is the text of its code; its own words are German where ``language`` is, else English.
    Without ``payer`` there is room to write one in.
    """

    iban: str
    payee: tuple[str, ...]
    payer: tuple[str, ...]
    reference: str
    currency: str
    amount: str
    qr: str
    message: tuple[str, ...] = ()
    language: str = "en"


Slip = PaymentSlip | SwissSlip
