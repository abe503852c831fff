"""Taxes in words: kinds of income, returns, sides and states, as forms and lists show them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from app.domain.payments.withholding import Borne, CertificateState, Income, Return, Side
from app.domain.shared.vat import Category, Level
from app.lang.texts import mark
from app.ui.kit.texts import _

Choice = TypeVar("Choice", bound=Enum)

INCOMES = {
    Income.SERVICES: mark("5. Services, rent, transport, advertising"),
    Income.SALARY: mark("1. Salary, wages"),
    Income.FEES: mark("2. Fees, commissions"),
    Income.ROYALTIES: mark("3. Royalties"),
    Income.INTEREST: mark("4a. Interest"),
    Income.DIVIDENDS: mark("4b. Dividends"),
    Income.OTHER: mark("6. Other"),
}
RETURNS = {
    Return.PND53: mark("P.N.D. 53 (companies)"),
    Return.PND3: mark("P.N.D. 3 (persons)"),
    Return.PND1: mark("P.N.D. 1 (salaries)"),
}
SIDES = {
    Side.ISSUED: mark("We withheld it"),
    Side.RECEIVED: mark("A customer withheld it"),
}
BORNE = {
    Borne.WITHHELD: mark("Withheld from the payee"),
    Borne.PAID_ALWAYS: mark("Paid for the payee, always"),
    Borne.PAID_ONCE: mark("Paid for the payee, once"),
}
STATES = {
    CertificateState.VALID: mark("Valid"),
    CertificateState.VOIDED: mark("Voided"),
}
LEVELS = {
    Level.STATE: mark("State"),
    Level.COUNTY: mark("County"),
    Level.CITY: mark("City"),
    Level.DISTRICT: mark("Special district"),
}
CATEGORIES = {
    Category.STANDARD: mark("Taxed"),
    Category.ZERO: mark("Zero rate"),
    Category.EXEMPT: mark("Exempt"),
    Category.OUTSIDE_SCOPE: mark("Outside the tax"),
    Category.EXPORT: mark("Export"),
    Category.REVERSE_CHARGE: mark("Reverse charge"),
    Category.INTRA_COMMUNITY: mark("Intra-Community supply"),
}


def choices(words: Mapping[Choice, str]) -> list[tuple[Choice, str]]:
    """Return what a field offers: every value with its word."""
    return [(one, _(word)) for one, word in words.items()]
