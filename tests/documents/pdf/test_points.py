from __future__ import annotations

from app.documents.model import Document, Layout, Letterhead, Listing, Point, Run
from app.documents.pdf.render import render
from tests.documents.telling import Told, told


def a_list(*levels: int, is_numbered: bool = False) -> Told:
    points = tuple(Point((Run(f"at {level}"),), level) for level in levels)
    blocks = (Listing(points, is_numbered),)
    paper = Document("en", "T", "N", Letterhead("U"), Layout.REPORT, blocks=blocks)
    return told(render(paper)).all("L")[0]


def test_each_item_has_a_label_and_its_words() -> None:
    items = a_list(0, 0, is_numbered=True).all("LI")

    assert [[kid.role for kid in item.kids if isinstance(kid, Told)] for item in items] == [
        ["Lbl", "LBody"]
    ] * 2
    assert [item.all("Lbl")[0].text for item in items] == ["1.", "2."]


def test_deeper_items_stand_in_a_list_of_their_own() -> None:
    outer = a_list(0, 1, 1, 0)

    assert [kid.role for kid in outer.kids if isinstance(kid, Told)] == ["LI", "L", "LI"]
    assert len(outer.all("L")[1].all("LI")) == 2


def test_a_list_says_whether_it_is_numbered() -> None:
    kinds = [a_list(0, is_numbered=one).entries["/A"]["/ListNumbering"] for one in (True, False)]

    assert kinds == ["/Decimal", "/Disc"]
