from __future__ import annotations

from app.documents.model import Align, Carried, Column, Document, Grid, Letterhead, Row, RowKind
from app.documents.pdf.grids import LEAST_SHARE, grid_pieces, spans
from app.documents.pdf.place import Place
from app.documents.pdf.render import render
from tests.documents.drawing import drawn, said_on
from tests.documents.reading import letters, page_texts

COLUMNS = (Column("Name", weight=1), Column("Pieces", Align.RIGHT), Column("Sum", Align.RIGHT))


def a_grid(count: int, name: str = "Bench") -> Grid:
    rows = tuple(
        Row((f"{name} {at}", str(at), f"{at},00"), carried=(f"{at * (at + 1) // 2},00",))
        for at in range(1, count + 1)
    )
    return Grid(COLUMNS, rows, Carried((2,), "Carried forward", "Brought forward"))


def pages_of(grid: Grid) -> list[str]:
    return page_texts(render(Document("en", "T", "N", Letterhead("Us"), blocks=(grid,))))


def test_fitted_columns_are_as_wide_as_their_widest_text() -> None:
    narrow, wide = (
        spans(Grid(COLUMNS, (Row(("a", "1", amount)),)), 0, 400)[2].width
        for amount in ("1,00", "1 000 000,00")
    )

    assert wide > narrow


def test_a_weighted_column_keeps_its_least_share() -> None:
    name, *_ = spans(Grid(COLUMNS, (Row(("a", "9" * 90, "9" * 90)),)), 0, 400)

    assert name.width >= LEAST_SHARE * (400 - 18) - 0.01


def test_columns_without_weights_fill_the_place() -> None:
    places = spans(Grid((Column("A"), Column("B")), ()), 10, 300)

    assert round(places[-1].right, 6) == 310


def test_every_page_begins_with_the_head_and_what_was_carried() -> None:
    first, second, *_ = pages_of(a_grid(100))

    foot = next(line for line in first.splitlines() if "Carried forward" in line)
    assert "Name Pieces Sum" in second
    assert foot.replace("Carried", "Brought") in second


def test_the_carried_sum_is_that_of_the_last_row_on_its_page() -> None:
    first = pages_of(a_grid(100))[0]

    last = max(int(line.split()[1]) for line in first.splitlines() if line.startswith("Bench"))

    assert f"Carried forward {last * (last + 1) // 2},00" in first


def test_every_row_is_on_exactly_one_page() -> None:
    lines = [line for text in pages_of(a_grid(300)) for line in text.splitlines()]

    names = [line.split()[1] for line in lines if line.startswith("Bench")]
    assert names == [str(at) for at in range(1, 301)]


def test_the_last_row_is_never_alone_with_its_head_before_the_sums() -> None:
    made = grid_pieces(a_grid(5), Place(0, 400))

    assert made[-1].keep and not made[-2].keep


def test_figures_stand_under_each_other() -> None:
    rows = tuple(Row(("", amount)) for amount in ("111,11", "999,99", "1 000,00"))
    content = drawn(
        grid_pieces(Grid((Column("A", weight=1), Column("B", Align.RIGHT)), rows), Place(50, 300))
    )

    commas = [letter.right for letter in letters(content) if letter.text == ","]
    assert len(commas) == 3 and max(commas) - min(commas) < 0.02


def test_a_cell_taller_than_a_page_goes_on_over_pages() -> None:
    words = [f"word{at}" for at in range(3000)]
    grid = Grid(COLUMNS, (Row((" ".join(words), "1", "1,00")), Row(("after", "2", "2,00"))))

    texts = pages_of(grid)

    said = " ".join(texts).split()
    assert [word for word in said if word.startswith("word")] == words
    assert len(texts) > 2 and "after" in texts[-1]


def test_a_heading_row_runs_across_the_columns_and_stays_with_the_next() -> None:
    long = "Spring order for the garden of the house by the sea " * 2
    rows = (Row((long, "", ""), RowKind.HEADING), Row(("Bench", "1", "1,00")))

    made = grid_pieces(Grid(COLUMNS, rows), Place(50, 480))

    assert made[1].keep
    assert " ".join(said_on(made).split()).count(long.strip()) == 1


def test_a_note_runs_across_the_columns_and_stands_by_itself() -> None:
    long = "Because the customer moved to another town by the sea " * 2
    rows = (Row((long, "", ""), RowKind.NOTE), Row(("Bench", "1", "1,00")))
    narrow = (Row((long, "", "")), Row(("Bench", "1", "1,00")))

    made, other = (grid_pieces(Grid(COLUMNS, each), Place(50, 480)) for each in (rows, narrow))

    assert not made[1].keep
    assert made[1].height < other[1].height
    assert " ".join(said_on(made).split()).count(long.strip()) == 1


def test_a_grid_without_columns_is_nothing() -> None:
    assert grid_pieces(Grid((), ()), Place(0, 400)) == []


def test_an_amount_too_wide_for_its_column_is_broken_and_not_clipped() -> None:
    amount = "9" * 200
    grid = Grid((Column("A", weight=1), Column("B", Align.RIGHT)), (Row(("a", amount)),))

    said = said_on(grid_pieces(grid, Place(50, 300)))

    assert said.count("9") == 200
