"""The chart of accounts: what can be posted to, and where it stands in the reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.shared.ids import AccountId


class AccountKind(Enum):
    """The class of an account; it decides on which side it grows."""

    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    EXPENSE = "expense"


class AccountUse(Enum):
    """What the house itself posts to; one account of a chart has each use."""

    RECEIVABLES = "receivables"
    SALES = "sales"
    OUTPUT_VAT = "output_vat"
    BANK = "bank"
    PAYABLES = "payables"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Account:
    """An account; ``number`` is unique, ``names`` maps a language to a name.

    ``vat`` is the VAT code whose sales or tax are posted here, empty for the rest.
    """

    id: AccountId
    number: str
    names: Mapping[str, str]
    kind: AccountKind
    use: AccountUse | None = None
    vat: str = ""
    is_closed: bool = False
    version: int = 1

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))
