"""The words of people and their contracts."""

from __future__ import annotations

from datetime import date

from app.domain.employees.contract import ContractKind, ContractState, PayBasis
from app.domain.employees.employee import Leaving, Standing
from app.lang import person_words
from app.ui.kit.texts import formats

STANDINGS = {one: person_words.STANDINGS[one.value] for one in Standing}
TONES = {Standing.EMPLOYED: "good", Standing.COMING: "accent", Standing.LEFT: "muted"}
LEAVINGS = {one: person_words.LEAVINGS[one.value] for one in Leaving}
KINDS = {one: person_words.CONTRACTS[one.value] for one in ContractKind}
STATES = {one: person_words.STATES[one.value] for one in ContractState}
BASES = {one: person_words.BASES[one.value] for one in PayBasis}


def day_text(day: date | None) -> str:
    """Return a day as it is written, nothing for none."""
    return "" if day is None else formats().day(day)


def span_text(first: date | None, last: date | None) -> str:
    """Return from when to when; what is open stays open."""
    return f"{day_text(first)} – {day_text(last)}".strip()
