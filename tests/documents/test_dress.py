from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.documents.dress import Dress, dressed
from app.documents.invoices import describe
from app.documents.model import Document, Grid, Layout, Paragraph
from app.documents.text import plain
from app.domain.admin.stationery import PLAIN, On, Stationery
from app.domain.invoices.designs import Design, LogoPlace
from app.domain.invoices.layout import (
    ColumnChoice,
    ColumnTitle,
    LayoutForm,
    LineColumn,
    PaperField,
)
from app.domain.invoices.layout_texts import LayoutText
from app.domain.shared.ids import ProductId
from tests.documents.papers import FINNISH, GERMAN, GOODS, a_logo, a_paper, an_invoice

SHEETS = Stationery(sheet="s", watermark="w", terms="t", has_head=True, top_mm=20, foot_mm=15)
CONTENTS = {"s": b"sheet", "w": b"mark", "t": b"terms"}


def described(layout: LayoutForm, stationery: Stationery = SHEETS, **parts: Any) -> Document:
    dress = Dress(layout, stationery, CONTENTS, {ProductId(7): "B-120"})
    invoice = an_invoice(**parts)
    return describe(a_paper(invoice, logo=a_logo(), dress=dress))


def grid_of(document: Document) -> Grid:
    return next(block for block in document.blocks if isinstance(block, Grid))


def test_a_paper_is_drawn_as_its_layout_says() -> None:
    layout = LayoutForm("A", Design.MODERN, "#0f766e", LogoPlace.RIGHT, 24)

    look = described(layout).look

    assert (look.design, look.accent, look.logo_place, look.logo_mm) == (
        Design.MODERN,
        "#0f766e",
        LogoPlace.RIGHT,
        24,
    )


def test_sheets_and_terms_are_those_of_the_letters_where_they_are_wanted() -> None:
    layout = LayoutForm("A", on_stationery=True, with_terms=True)

    made = described(layout)

    assert [(one.content, one.on) for one in made.sheeting.under] == [
        (b"sheet", On.ALL),
        (b"mark", On.ALL),
    ]
    assert (made.sheeting.appended, made.sheeting.top, made.sheeting.foot) == (b"terms", 20, 15)
    assert (made.letterhead.name, made.footer) == ("", ())


def test_terms_alone_leave_the_papers_own_head() -> None:
    made = described(LayoutForm("A", with_terms=True))

    assert (made.sheeting.under, made.sheeting.appended) == ((), b"terms")
    assert made.letterhead.name == FINNISH.name
    assert made.sheeting.foot == 0


def test_nothing_lies_under_a_paper_that_wants_nothing() -> None:
    made = described(LayoutForm("A"))

    assert made.sheeting.under == ()
    assert made.sheeting.appended == b""


def test_a_logo_that_is_not_wanted_is_left_out() -> None:
    made = described(LayoutForm("A", logo_place=LogoPlace.NONE))

    assert made.letterhead.logo is None
    assert made.letterhead.name == FINNISH.name


def test_columns_stand_in_their_order_under_their_own_titles() -> None:
    columns = (
        ColumnChoice(LineColumn.CODE),
        ColumnChoice(LineColumn.POSITION),
        ColumnChoice(LineColumn.DESCRIPTION, (ColumnTitle("fi", "Työ"),)),
        ColumnChoice(LineColumn.AMOUNT),
        ColumnChoice(LineColumn.QUANTITY),
    )
    lines = (replace(GOODS[0], product_id=ProductId(7)), GOODS[1])

    grid = grid_of(described(LayoutForm("A", columns=columns), lines=lines))

    assert [one.title for one in grid.columns] == ["Koodi", "Nro", "Työ", "Summa", "Määrä"]
    assert grid.rows[0].cells == ("B-120", "1", "Penkki, mänty, 120 cm", "350,73", "3")
    assert grid.carried is not None
    assert grid.carried.columns == (3,)


def test_a_code_column_that_no_line_needs_is_left_out() -> None:
    columns = (
        ColumnChoice(LineColumn.CODE),
        ColumnChoice(LineColumn.DESCRIPTION),
        ColumnChoice(LineColumn.AMOUNT),
    )

    grid = grid_of(described(LayoutForm("A", columns=columns)))

    assert [one.title for one in grid.columns] == ["Selite", "Summa"]


def test_hidden_facts_are_left_out_and_what_the_law_wants_stays() -> None:
    layout = LayoutForm("A", hidden=tuple(PaperField))

    labels = [fact.label for fact in described(layout).facts]

    assert labels == [
        "Laskun numero",
        "Laskun päivä",
        "Toimituspäivä",
        "Eräpäivä",
        "Ostajan Y-tunnus",
    ]


def test_texts_stand_before_the_lines_and_after_the_sums_in_the_reader_s_language() -> None:
    text = LayoutText("fi", "Hei {contact.name}!\n\nTässä lasku.", "Maksa {invoice.total}.")
    layout = LayoutForm("A", texts=(LayoutText("en", "Hello"), text))

    blocks = described(layout).blocks

    assert blocks[:2] == (Paragraph("Hei Kahvila Käki Oy!"), Paragraph("Tässä lasku."))
    assert Paragraph("Maksa 686,56 €.") in blocks[4:]


def test_another_language_says_nothing_of_its_own() -> None:
    layout = LayoutForm("A", texts=(LayoutText("en", "Hello"),))

    assert "Hello" not in plain(described(layout))


def test_a_bare_dress_changes_nothing() -> None:
    made = describe(a_paper(an_invoice()))

    assert dressed(made, Dress(), FINNISH) == made


def test_german_papers_have_the_form_of_the_letters() -> None:
    form_a = Dress(stationery=replace(PLAIN, layout=Layout.DIN5008_A.value))
    german = a_paper(an_invoice(1), GERMAN, dress=form_a)
    finnish = a_paper(an_invoice(1), dress=form_a)

    assert describe(german).layout is Layout.DIN5008_A
    assert describe(a_paper(an_invoice(1), GERMAN)).layout is Layout.DIN5008
    assert describe(finnish).layout is Layout.SFS2487
