"""VAT codes as a choice: today's rate, and the name in the window's language."""

from __future__ import annotations

from app.services.products import VatChoice
from app.ui.kit.texts import formats, language


def vat_text(choice: VatChoice) -> str:
    """Return a VAT code with today's rate, in the window's language."""
    name = choice.names.get(language()) or choice.names.get("en") or choice.code
    return name if choice.rate is None else f"{formats().percent(choice.rate)} · {name}"
