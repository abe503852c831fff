"""The words of people and their contracts."""

from __future__ import annotations

from datetime import date

from app.domain.employees.contract import ContractKind, ContractState, PayBasis
from app.domain.employees.employee import Leaving, Standing
from app.lang.texts import mark
from app.ui.kit.texts import formats

STANDINGS = {
    Standing.EMPLOYED: mark("Employed"),
    Standing.COMING: mark("Coming"),
    Standing.LEFT: mark("Has left"),
}
TONES = {Standing.EMPLOYED: "good", Standing.COMING: "accent", Standing.LEFT: "muted"}
LEAVINGS = {
    Leaving.RESIGNED: mark("Resigned"),
    Leaving.DISMISSED: mark("Dismissed"),
    Leaving.TERM_ENDED: mark("The term ended"),
    Leaving.PROBATION: mark("During the probation"),
    Leaving.RETIRED: mark("Retired"),
    Leaving.AGREED: mark("By agreement"),
    Leaving.DIED: mark("Died"),
}
KINDS = {
    ContractKind.PERMANENT: mark("Permanent"),
    ContractKind.FIXED_TERM: mark("Fixed term"),
    ContractKind.ON_CALL: mark("On call"),
    ContractKind.APPRENTICE: mark("Apprentice"),
}
STATES = {
    ContractState.DRAFT: mark("Draft"),
    ContractState.SIGNED: mark("Signed"),
    ContractState.REPLACED: mark("Replaced"),
    ContractState.ENDED: mark("Ended"),
    ContractState.DISCARDED: mark("Discarded"),
}
BASES = {
    PayBasis.MONTH: mark("a month"),
    PayBasis.HOUR: mark("an hour"),
    PayBasis.DAY: mark("a day"),
    PayBasis.WEEK: mark("a week"),
}


def day_text(day: date | None) -> str:
    """Return a day as it is written, nothing for none."""
    return "" if day is None else formats().day(day)


def span_text(first: date | None, last: date | None) -> str:
    """Return from when to when; what is open stays open."""
    return f"{day_text(first)} – {day_text(last)}".strip()
