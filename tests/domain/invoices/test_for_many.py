"""A draft for many says nothing that belongs to one customer only."""

from __future__ import annotations

from dataclasses import replace

from app.domain.contacts.address import Address
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.for_many import for_all
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import ContactId
from tests.builders import a_product

LAMP = replace(a_product(), names={"en": "Lamp", "fi": "Valaisin"})
USUAL = Draft(language="fi", terms_days=14)


def test_references_and_addresses_of_one_customer_are_left_out() -> None:
    own = Draft(
        customer_id=ContactId(7),
        your_reference="a",
        order_reference="b",
        contract_reference="c",
        deliver_to=Address(),
        eformat=EFormat.NONE,
        note="Hei",
    )

    assert for_all(own, USUAL, "fi", {}) == Draft(note="Hei")


def test_the_usual_of_its_customer_is_left_to_each_and_a_choice_holds_for_all() -> None:
    usual = for_all(Draft(language="fi", terms_days=14), USUAL, "fi", {})
    chosen = for_all(Draft(language="th", terms_days=7), USUAL, "fi", {})

    assert (usual.language, usual.terms_days) == ("", None)
    assert (chosen.language, chosen.terms_days) == ("th", 7)


def test_the_name_of_a_product_is_written_in_the_language_of_each_reader() -> None:
    lines = (
        DraftLine("Valaisin", product_id=LAMP.id),
        DraftLine("Iso valaisin", product_id=LAMP.id),
        DraftLine("Valaisin"),
    )

    found = for_all(Draft(lines=lines), USUAL, "fi", {LAMP.id: LAMP})

    assert [line.description for line in found.lines] == ["", "Iso valaisin", "Valaisin"]
