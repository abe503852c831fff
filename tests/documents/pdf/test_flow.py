from __future__ import annotations

from collections.abc import Sequence

from app.documents.pdf.canvas import Canvas
from app.documents.pdf.flow import Flow, Piece, closings, headed
from app.documents.pdf.tags import Tag


def nothing(canvas: Canvas, top: float) -> None:
    """Draw nothing."""


class AFrame:
    """A frame that says what is carried."""

    foot_room = 5.0

    def foot(self, carried: tuple[str, ...]) -> Sequence[Piece]:
        return [Piece(5, nothing, carried=("foot", *carried))]

    def head(self, carried: tuple[str, ...]) -> Sequence[Piece]:
        return [Piece(10, nothing, carried=("head", *carried))]


def a_flow(bottom: float = 100) -> Flow:
    return Flow(first_top=40, later_top=10, bottom=bottom)


def tops(flow: Flow) -> list[list[float]]:
    return [[top for top, _ in sheet.placed] for sheet in flow.sheets]


def test_the_first_sheet_begins_lower_than_the_others() -> None:
    flow = a_flow()

    flow.run([Piece(30, nothing)] * 4)

    assert tops(flow) == [[40, 70], [10, 40]]


def test_space_above_is_left_out_at_the_top_of_a_sheet() -> None:
    flow = a_flow()

    flow.run([Piece(30, nothing, before=8)] * 3)

    assert tops(flow) == [[40], [10, 48]]


def test_pieces_that_belong_together_go_together() -> None:
    flow = a_flow()

    flow.run([Piece(30, nothing), Piece(20, nothing, keep=True), Piece(30, nothing)])

    assert tops(flow) == [[40], [10, 30]]


def test_a_frame_ends_one_page_and_begins_the_next() -> None:
    flow, frame = a_flow(), AFrame()

    flow.run([Piece(25, nothing, frame=frame, carried=(str(at),)) for at in range(4)])

    said = [[" ".join(piece.carried) for _, piece in sheet.placed] for sheet in flow.sheets]
    assert said == [["0", "1", "foot 1"], ["head 1", "2", "3"]]


def test_room_is_kept_for_the_foot_of_a_frame() -> None:
    flow, frame = a_flow(bottom=92), AFrame()

    flow.run([Piece(25, nothing, frame=frame, carried=(str(at),)) for at in range(3)])

    assert all(sheet.end <= 92 for sheet in flow.sheets)


def test_the_last_piece_of_a_frame_needs_no_foot() -> None:
    flow, frame = a_flow(bottom=90), AFrame()

    flow.run([Piece(25, nothing, frame=frame)] * 2)

    assert len(flow.sheets) == 1


def test_a_group_taller_than_a_page_is_divided() -> None:
    flow = a_flow()

    flow.run([Piece(30, nothing, keep=True)] * 9)

    assert sum(len(sheet.placed) for sheet in flow.sheets) == 9
    assert all(sheet.end <= 100 for sheet in flow.sheets)


def test_a_piece_taller_than_a_page_still_finds_a_place() -> None:
    flow = a_flow()

    flow.run([Piece(500, nothing), Piece(10, nothing)])

    assert [len(sheet.placed) for sheet in flow.sheets] == [1, 1]


def test_a_page_can_be_turned_at_a_piece_that_had_room() -> None:
    flow, pieces = a_flow(), [Piece(10, nothing), Piece(11, nothing), Piece(12, nothing)]

    flow.run(pieces, pieces[2])

    assert tops(flow) == [[40, 50], [10]]


def test_a_closing_page_begins_with_the_last_row_of_a_sum_or_later() -> None:
    frame = AFrame()
    head = Piece(5, nothing, keep=True, frame=frame)
    first, last = Piece(6, nothing, frame=frame), Piece(7, nothing, keep=True, frame=frame)
    sums, note = Piece(8, nothing), Piece(9, nothing)

    assert closings([head, first, last, sums, note]) == [last, note]


def test_a_table_after_the_carried_sum_is_company_enough_for_a_closing_page() -> None:
    rows, others = AFrame(), AFrame()
    first, last = Piece(6, nothing, frame=rows), Piece(7, nothing, frame=rows)
    heading, deduction = Piece(5, nothing, keep=True), Piece(7, nothing, frame=others)
    sums = Piece(8, nothing)

    assert closings([first, last, heading, deduction, sums]) == [heading, sums]


def test_a_closing_page_may_begin_with_the_last_heading() -> None:
    root = Tag()
    one, two = Piece(5, nothing, tag=root.add("H2")), Piece(5, nothing, tag=root.add("H2"))
    body = Piece(9, nothing, tag=root.add("P"))

    assert headed([body, one, body, two, body]) == [two]
    assert headed([one, body]) == []


def test_the_first_piece_of_all_never_begins_a_closing_page() -> None:
    assert closings([Piece(5, nothing, keep=True), Piece(6, nothing)]) == []
    assert closings([]) == []


def test_a_piece_that_only_a_later_page_has_room_for_leaves_the_first_to_its_head() -> None:
    flow = Flow(100, 10, 200)

    flow.run([Piece(150, nothing)])

    assert [len(sheet.placed) for sheet in flow.sheets] == [0, 1]
