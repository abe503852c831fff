"""How a VAT code is written: its rate of a day and its name, and since when each rate holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.domain.shared.quantities import Rate
from app.domain.shared.vat import NoRateYet, VatCode
from app.ui.kit.texts import formats, language

NO_CODE = "–"


def rate_on(code: VatCode, day: date) -> Rate | None:
    """Return the rate of a VAT code on a day, or none before its first."""
    try:
        return code.rate_on(day)
    except NoRateYet:
        return None


def vat_text(code: VatCode, day: date) -> str:
    """Return a VAT code as it is chosen: ``25.5 % · General rate``."""
    rate, name = rate_on(code, day), code.name_in(language())
    return name if rate is None else f"{formats().percent(rate)} · {name}"


def vat_choices(codes: Iterable[VatCode], day: date) -> list[tuple[str, str]]:
    """Return what a field of VAT codes offers: none first, then every code of the country."""
    return [
        ("", NO_CODE),
        *((code.code, vat_text(code, day)) for code in codes if not code.is_archived),
    ]
