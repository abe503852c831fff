"""Delivery notes: to where the goods go, with a place to sign, and nothing of money."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.delivery_notes import describe
from app.documents.dress import Dress
from app.documents.model import Document, Grid
from app.documents.text import plain
from app.domain.contacts.address import Address
from app.domain.invoices.layout import ColumnChoice, ColumnTitle, LayoutForm, LineColumn, PaperKind
from app.domain.invoices.layout_texts import LayoutText
from app.domain.shared.ids import ProductId
from tests.documents.papers import GOODS, a_paper, an_invoice


def receiver(document: Document) -> tuple[str, ...]:
    assert document.address is not None
    return document.address.lines


def test_the_grid_has_no_column_of_money() -> None:
    document = describe(a_paper(an_invoice(4)))

    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    assert [column.title for column in grid.columns] == ["Selite", "Määrä", "Yksikkö"]
    assert grid.carried is None


def test_goods_go_to_the_address_of_delivery() -> None:
    paper = a_paper(an_invoice(1))
    warehouse = Address("Varastokatu 9", "", "33900", "Tampere", "", "FI")

    there = describe(replace(paper, invoice=replace(paper.invoice, deliver_to=warehouse)))

    assert receiver(describe(paper))[1:] != receiver(there)[1:]
    assert "Varastokatu 9" in receiver(there)


def test_without_a_buyer_nobody_is_named() -> None:
    paper = a_paper(an_invoice(1))

    document = describe(replace(paper, invoice=replace(paper.invoice, buyer=None)))

    assert receiver(document) == ()


def test_the_receiver_has_a_place_to_sign() -> None:
    text = plain(describe(a_paper(an_invoice(1))))

    assert "Vastaanottaja" in text
    assert "____" in text


def test_the_columns_of_the_layout_are_told_but_none_of_money() -> None:
    columns = (
        ColumnChoice(LineColumn.CODE),
        ColumnChoice(LineColumn.AMOUNT),
        ColumnChoice(LineColumn.DESCRIPTION, (ColumnTitle("fi", "Tavara"),)),
    )
    line = replace(GOODS[0], product_id=ProductId(7))
    dress = Dress(LayoutForm("A", columns=columns), codes={ProductId(7): "B-120"})

    document = describe(a_paper(an_invoice(lines=(line,)), dress=dress))

    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    assert [column.title for column in grid.columns] == ["Koodi", "Tavara", "Määrä", "Yksikkö"]
    assert grid.rows[0].cells[0] == "B-120"


@pytest.mark.parametrize(
    ("usual_for", "is_told"),
    [
        ((PaperKind.DELIVERY_NOTE,), True),
        ((PaperKind.DELIVERY_NOTE, PaperKind.INVOICE), False),
        ((), False),
    ],
)
def test_texts_are_those_of_a_layout_of_delivery_notes_alone(
    usual_for: tuple[PaperKind, ...], *, is_told: bool
) -> None:
    texts = (LayoutText("fi", "Tavarat laskulle {invoice.number}", "Soita {company.name}"),)
    dress = Dress(LayoutForm("A", texts=texts, usual_for=usual_for))

    text = plain(describe(a_paper(an_invoice(1), dress=dress)))

    assert ("Tavarat laskulle" in text, "Soita " in text) == (is_told, is_told)
