"""The address stands where sorting machines look; measured on the rendered envelope."""

from __future__ import annotations

import pytest

from app.documents.envelopes import Sender, describe
from app.documents.model import Address
from app.documents.pdf.render import render_sheets
from app.domain.archive.serials import Feed
from app.domain.correspondence.envelopes import ENVELOPES, Envelope
from app.lang.texts import say_in
from tests.documents.reading import MM, letters, opened

SENDER = Sender(say_in("en"), "Puu ja Penkki Oy", ("Sahakatu 12 B 3", "33100 Tampere", "FINLAND"))
LATIN = Address(
    (
        "Verwaltungsgesellschaft für Bürobedarf mbH",
        "Frau Dr. Alexandra von Hohenstein",
        "Unter den Linden 12",
        "10117 Berlin",
        "GERMANY",
    ),
    notes=("Registered mail",),
)
THAI = Address(
    (
        "ห้างหุ้นส่วนจำกัด กตัญญูการค้า",
        "คุณสมศรี ใจดี",
        "12 ซอยสุขุมวิท 21 แขวงคลองเตยเหนือ",
        "เขตวัฒนา กรุงเทพมหานคร 10110",
    )
)


@pytest.mark.parametrize("kind", ENVELOPES, ids=lambda one: one.code)
@pytest.mark.parametrize("receiver", [LATIN, THAI], ids=["latin", "thai"])
def test_the_address_keeps_clear_of_edges_and_stamp(kind: Envelope, receiver: Address) -> None:
    content = render_sheets(describe((receiver,), kind, SENDER))

    found = letters(content)

    width, height = kind.size
    address = [one for one in found if one.left > width / 2 - 4 and one.top > 30]
    sender = [one for one in found if one not in address]
    assert min(one.top for one in address) >= 40
    assert max(one.right for one in address) <= width - 15
    assert max(one.bottom for one in address) <= height - 15
    assert max(one.right for one in sender) <= width - 74
    assert max(one.bottom for one in sender) <= 40


@pytest.mark.parametrize("kind", ENVELOPES, ids=lambda one: one.code)
def test_the_page_is_the_envelope(kind: Envelope) -> None:
    content = render_sheets(describe((LATIN, THAI), kind, SENDER))

    with opened(content) as document:
        sizes = [document[at].get_size() for at in range(len(document))]
    assert sizes == [pytest.approx(tuple(side * MM for side in kind.size), abs=0.1)] * 2


def test_a_printer_beside_the_mark_is_put_right() -> None:
    kind = ENVELOPES[0]
    straight = letters(render_sheets(describe((LATIN,), kind, SENDER)))

    moved = letters(render_sheets(describe((LATIN,), kind, SENDER, Feed(right=2, down=-1))))

    assert moved[0].left - straight[0].left == pytest.approx(2, abs=0.05)
    assert moved[0].top - straight[0].top == pytest.approx(-1, abs=0.05)


def test_equal_envelopes_are_equal_files() -> None:
    sheets = describe((LATIN, THAI), ENVELOPES[1], SENDER)

    assert render_sheets(sheets) == render_sheets(sheets)
