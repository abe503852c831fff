"""No more comes back than was delivered."""

from __future__ import annotations

import pytest

from app.domain.orders.coming_back import require_returnable, returnable
from app.domain.orders.goods_return import MoreThanDelivered, NeverDelivered, NothingReturned
from app.domain.shared.ids import OrderLineId
from app.domain.shared.refusals import NotFound
from tests.dispatching import an_order_line, pieces

LINE = an_order_line(10, delivered=pieces(6), returned=pieces(1))
LINES = {LINE.id: LINE}


def test_what_was_delivered_and_did_not_come_back_may_come() -> None:
    assert returnable(LINE) == 5
    assert returnable(LINE, pieces(2)) == 3
    require_returnable(LINES, {}, {LINE.id: pieces(5)})


def test_more_than_that_is_refused() -> None:
    with pytest.raises(MoreThanDelivered) as refused:
        require_returnable(LINES, {LINE.id: pieces(2)}, {LINE.id: pieces(4)})

    assert refused.value.facts == {"line": 1, "asked": 4, "left": 3}


def test_what_never_went_out_cannot_come_back() -> None:
    waiting = an_order_line(3)

    with pytest.raises(NeverDelivered):
        require_returnable({waiting.id: waiting}, {}, {waiting.id: pieces(1)})
    with pytest.raises(NotFound):
        require_returnable(LINES, {}, {OrderLineId(7): pieces(1)})


@pytest.mark.parametrize("amount", ["0", "-1"])
def test_nothing_is_no_return(amount: str) -> None:
    with pytest.raises(NothingReturned):
        require_returnable(LINES, {}, {LINE.id: pieces(amount)})
    with pytest.raises(NothingReturned):
        require_returnable(LINES, {}, {})
