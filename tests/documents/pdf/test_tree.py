"""Every kind of paper keeps the rules of PDF/A-3a and PDF/UA-1, and tells what it says in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from app.documents.listings import labels
from app.documents.model import (
    Beside,
    Block,
    Cell,
    Document,
    Facts,
    Grid,
    Heading,
    Listing,
    Manner,
    Notes,
    Paragraph,
    QrCode,
    RowKind,
    Run,
    Signed,
    Subject,
    Table,
    Totals,
    Written,
)
from app.documents.pdf.render import render
from app.documents.pdf.shaping import readable
from tests.documents import correspondence, kinds, papers
from tests.documents.judging import faults
from tests.documents.pdf.test_book import HOSTILE, everywhere
from tests.documents.telling import Told, drawn_marks, told, told_marks

EVERY = (*kinds.DOCUMENTS, *kinds.SHEETS)


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_of_paper_keeps_the_rules(name: str) -> None:
    assert faults(kinds.printed(name), "3a", "ua1") == []


@pytest.mark.parametrize("name", EVERY)
def test_pages_are_drawn_in_the_order_in_which_they_are_told(name: str) -> None:
    content = kinds.printed(name)

    assert drawn_marks(content) == told_marks(content)


@pytest.mark.parametrize("name", kinds.DOCUMENTS)
def test_a_paper_tells_all_that_its_description_says_and_nothing_else(name: str) -> None:
    document = kinds.DOCUMENTS[name]()

    paper = told(render(document))

    assert closed(without_forms(paper)) == closed("".join(said_by(document)))


@pytest.mark.parametrize("name", EVERY)
def test_no_heading_is_left_out_and_no_table_has_a_short_row(name: str) -> None:
    paper = told(kinds.printed(name))

    levels = [int(one.role[1]) for one in paper.all("H1", "H2", "H3")]
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))
    for table in paper.all("Table"):
        assert len({sum(map(columns, cells(row))) for row in table.rows}) == 1
        assert {cell.role for row in table.rows for cell in cells(row)} <= {"TH", "TD"}


@pytest.mark.parametrize("name", EVERY)
def test_every_cell_of_a_table_has_a_head_above_or_beside_it(name: str) -> None:
    tables = told(kinds.printed(name)).all("Table")

    assert [cell.text for table in tables for cell in headless(table)] == []


@pytest.mark.parametrize("count", [1, 2])
def test_a_table_of_a_letter_without_a_head_has_heads_beside_its_cells(count: int) -> None:
    rows = (tuple(Cell((Run("words"),)) for _ in range(count)),) * 2
    letter = replace(correspondence.a_document("en"), blocks=(Table(rows, has_head=False),))

    *_facts, table = told(render(letter)).all("Table")

    assert len(table.rows) == 2
    assert headless(table) == []


def headless(table: Told) -> list[Told]:
    """Return the cells that have no head: none of their column, and none of their row."""
    headed: set[int] = set()
    lost: list[Told] = []
    for row in table.rows:
        column, waiting, is_headed = 0, [], False
        for cell in cells(row):
            places = set(range(column, column + columns(cell)))
            column += columns(cell)
            scope = str(cell.entries.get("/A", {}).get("/Scope", ""))
            headed |= places if scope == "/Column" else set()
            is_headed = is_headed or scope == "/Row"
            if cell.role == "TD" and not places & headed:
                waiting.append(cell)
        lost += [] if is_headed else waiting
    return lost


def test_a_payment_slip_says_in_words_what_its_codes_say() -> None:
    paper = told(render(papers.finnish()))

    bar_code, code = (str(one.entries["/Alt"]) for one in paper.all("Figure"))
    assert bar_code == "Pankkiviivakoodi 449500094200287300006865600000000000000202600017260324"
    for fact in ("FI49 5000 9420 0287 30", "2026 00017", "24.3.2026", "686,56"):
        assert fact in code
    (slip,) = (one for one in paper.all("Sect") if one.entries.get("/Lang") == "fi")
    assert {one.entries["/Lang"] for one in slip.all("Span")} == {"sv"}


def test_words_on_two_lines_are_two_words_when_they_are_told() -> None:
    paper = told(render(papers.finnish()))

    assert "Kahvila Käki Oy Hämeenkatu 5 33200 TAMPERE" in paper.text


def test_thai_words_in_a_paper_of_another_language_say_that_they_are_thai() -> None:
    content = render(kinds.in_language(papers.thai(), "en"))

    assert faults(content, "3a", "ua1") == []
    assert told(content).text == told(render(papers.thai())).text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_rules(text: str) -> None:
    paper = replace(everywhere(text), subject=text, language="th")

    assert faults(render(paper), "3a", "ua1") == []


def test_a_table_without_a_head_is_headed_by_its_first_column() -> None:
    rows = tuple(tuple(Cell((Run(text),)) for text in row) for row in ("ab", "cd"))
    paper = replace(papers.finnish(), blocks=(Table(rows, has_head=False),))

    content = render(paper)

    table = told(content).all("Table")[1]
    assert [[cell.role for cell in cells(row)] for row in table.rows] == [["TH", "TD"]] * 2
    assert faults(content, "3a", "ua1") == []


def test_words_on_two_pages_are_two_words_when_they_are_told() -> None:
    words = "word " * 2000

    content = render(replace(papers.finnish(0), blocks=(Paragraph(words),)))

    assert len(drawn_marks(content)) > 1
    assert words.strip() in told(content).text


def test_a_code_to_scan_says_in_words_what_is_to_be_paid() -> None:
    (code,) = told(render(papers.german())).all("Figure")

    assert "DE" in code.entries["/Alt"] and "BCD" not in code.entries["/Alt"]


def test_lists_in_lists_stay_lists() -> None:
    paper = told(render(correspondence.a_document("fi", body=correspondence.long_body("fi", 1))))

    for item in paper.all("LI"):
        assert [kid.role for kid in item.kids if isinstance(kid, Told)] == ["Lbl", "LBody"]


def closed(text: str) -> str:
    """Return a text without spaces: where lines end is not part of what is said."""
    return readable("".join(text.split())).replace("\u200b", "")


def columns(cell: Told) -> int:
    """Return how many columns a cell takes."""
    return int(cell.entries.get("/A", {}).get("/ColSpan", 1))


def cells(row: Told) -> list[Told]:
    return [cell for cell in row.kids if isinstance(cell, Told)]


def without_forms(paper: Told) -> str:
    """Return the words of a paper apart from the giro form, whose own words nobody describes."""
    parts = [kid for kid in paper.kids if isinstance(kid, Told)]
    return "".join(part.text for part in parts if "/Lang" not in part.entries)


def said_by(document: Document) -> Iterator[str]:
    """Yield what a description says, from top to bottom."""
    yield document.mark
    yield from (document.letterhead.name, *document.letterhead.lines)
    if document.manner is Manner.LETTER:
        yield from (document.stamp.called, document.stamp.number, document.stamp.day)
    else:
        yield document.title
    if document.address:
        yield from (*document.address.notes, *document.address.lines)
    yield from (text for fact in document.facts for text in (fact.label, fact.value))
    for block in document.blocks:
        yield from said_in(block)
    yield from (line for column in document.footer for line in column)


def said_in(block: Block) -> Iterator[str]:
    """Yield what a block says."""
    match block:
        case Heading(text) | Paragraph(text) | Subject(text):
            yield text
        case Beside(left, right):
            yield from (text for part in (*left, *right) for text in said_in(part))
        case Facts() | Totals() | Notes():
            yield block.title if isinstance(block, Facts) else ""
            yield from (text for row in block.rows for text in (row.label, row.value))
        case QrCode(_, caption, lines):
            yield from (caption, *lines)
        case Grid() if block.columns:
            yield from said_in_grid(block)
        case Written() | Listing() | Table() | Signed():
            yield from said_in_letter(block)
        case _:
            return


def said_in_grid(grid: Grid) -> Iterator[str]:
    yield from (column.title for column in grid.columns)
    for row in grid.rows:
        yield " ".join(row.cells) if row.kind is RowKind.HEADING else "".join(row.cells)


def said_in_letter(block: Written | Listing | Table | Signed) -> Iterator[str]:
    match block:
        case Written(runs):
            yield words(runs)
        case Listing():
            for label, point in zip(labels(block), block.points, strict=True):
                yield label + words(point.runs)
        case Table(rows):
            yield from (words(cell.runs) for row in rows for cell in row)
        case Signed():
            yield from (words(block.wishes), block.firm, *block.lines)


def words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
