"""Papers of an order: what was agreed, what changed since, and a pro forma that claims nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.documents.orders import describe, describe_pro_forma, lines_promised
from app.documents.text import plain
from app.domain.orders.order import OrderState
from tests.documents.shipping import amended, an_order, an_order_paper, lines_in

LATER = date(2026, 4, 2)


def test_a_confirmation_has_prices_days_and_the_customers_order() -> None:
    text = plain(describe(an_order_paper("en")))

    for wanted in ("SO-2026-00007", "PO 4711", "03/20/2026", "350.73", "546.25"):
        assert wanted in text
    assert "What changed" not in text


def test_an_amended_one_begins_with_what_changed() -> None:
    document = amended("en")
    text = plain(document)

    assert document.title == "Amended order confirmation"
    for wanted in ("What changed", "Added", "Dropped", "By phone", "The whole order"):
        assert wanted in text
    assert text.index("What changed") < text.index("We confirm")


def test_a_pro_forma_says_that_it_claims_nothing() -> None:
    text = plain(describe_pro_forma(an_order_paper("en")))

    assert "This is not an invoice" in text
    assert "546.25" in text


def test_a_line_with_a_day_of_its_own_is_named() -> None:
    order = an_order(*lines_in("en"))
    late = replace(order.lines[1], promised_on=LATER)
    order = replace(order, lines=(order.lines[0], late))

    promised = tuple(lines_promised(order))

    assert promised == (("Coffee, dark roast, 500 g", LATER),)
    assert "04/02/2026" in plain(describe(an_order_paper("en", order, promised=promised)))


def test_a_draft_is_marked_and_an_empty_one_can_be_looked_at() -> None:
    draft = an_order(state=OrderState.DRAFT, number="")

    assert describe(an_order_paper("en", draft)).mark == "DRAFT"
