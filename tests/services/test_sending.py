"""What an office says in its e-invoices, in the language of the buyer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.invoices.invoice import Kind
from app.domain.shared.early import EarlyPayment
from app.domain.shared.quantities import Rate
from app.services.sending import rules_of, sending_of, spoken
from tests.builders import a_draft
from tests.einvoices import issued
from tests.trade import LUMO


def test_who_sends_is_the_company_with_its_account_and_units() -> None:
    sending = sending_of(LUMO)

    assert (sending.seller.name, sending.home_currency) == (LUMO.name, "EUR")
    assert sending.account == LUMO.accounts[0]
    assert sending.units["kpl"] == "H87"
    assert sending_of(replace(LUMO, accounts=())).account is None


def test_terms_and_reasons_speak_the_language_of_the_buyer() -> None:
    invoice = issued(a_draft(), language="fi", early=EarlyPayment(10, Rate(Decimal(2))))

    words = spoken(sending_of(LUMO), invoice, LUMO).words

    assert words.discount == "Alennus"
    assert "14" in words.terms and "10" in words.early and "2" in words.early
    assert words.reasons["exempt"] == "Veroton myynti"
    assert words.reasons["construction"].startswith("Käännetty")
    assert "standard" not in words.reasons


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_invoice_has_a_title(kind: Kind) -> None:
    invoice = issued(a_draft(), language="en", kind=kind)

    assert "ote" in spoken(sending_of(LUMO), invoice, LUMO).words.title or (
        "nvoice" in spoken(sending_of(LUMO), invoice, LUMO).words.title
    )


def test_without_early_payment_nothing_is_said_of_it() -> None:
    assert spoken(sending_of(LUMO), issued(a_draft()), LUMO).words.early == ""


def test_the_rules_of_issuing_know_who_sends() -> None:
    rules = rules_of(LUMO)

    assert rules.sending == sending_of(LUMO)
    assert "standard" in rules.codes
