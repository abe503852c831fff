"""Returns in the window: announced, received, inspected, decided on and credited, by keys."""

from __future__ import annotations

from app.domain.orders.goods_return import GoodsReturn, Outcome, ReturnState
from app.services import invoices, order_billing, returns, stock_levels
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.sections import Strip
from app.ui.orders.deliveries.page import DeliveryPage
from app.ui.orders.returns.page import ReturnPage
from app.ui.orders.returns.tab import ReturnsList
from app.ui.orders.returns.words import NEXT, OUTCOMES, STATES, TONES
from tests.shipping_desk import announced, sent
from tests.ui.orders.desk import Desk


def opened(desk: Desk, one: GoodsReturn) -> ReturnPage:
    page = ReturnPage(desk.shell, one.id)
    desk.show(page)
    desk.qtbot.waitUntil(lambda: page.goods_return is not None)
    return page


def now(desk: Desk, one: GoodsReturn) -> GoodsReturn:
    return desk.office.ask(returns.get, one.id)


def test_every_state_and_outcome_has_a_word() -> None:
    assert set(STATES) == set(TONES) == set(ReturnState)
    assert set(OUTCOMES) == set(Outcome)
    assert set(NEXT) < set(STATES)


def test_a_return_is_announced_from_its_delivery(desk: Desk) -> None:
    order = desk.order(4)
    out = sent(desk.office, order)
    page = DeliveryPage(desk.shell, out.id)
    desk.show(page)

    desk.press("return.announce")
    desk.answer(page, "2", "Too large")

    (one,) = desk.office.ask(returns.of_order, order.id)
    assert (int(one.lines[0].quantity), one.reason) == (2, "Too large")


def test_what_cannot_be_read_announces_nothing(desk: Desk) -> None:
    order = desk.order(4)
    out = sent(desk.office, order)
    page = DeliveryPage(desk.shell, out.id)
    desk.show(page)

    desk.press("return.announce")
    desk.answer(page, "some", "Too large")

    assert desk.office.ask(returns.of_order, order.id) == ()


def test_a_return_goes_all_its_way_to_the_credit_note(desk: Desk) -> None:
    order = desk.order(4)
    sent(desk.office, order)
    draft = desk.office.do(order_billing.bill, order.id).result
    desk.office.do(invoices.issue, draft.id)
    one = announced(desk.office, order, 2)
    page = opened(desk, one)
    wanted: list[str] = []
    desk.shell.wanted.connect(lambda kind, _record: wanted.append(kind))

    desk.press("return.next")
    desk.answer(page, "")
    came = now(desk, one)
    desk.press("return.next")
    desk.answer(page, "As new")
    desk.press("return.next")
    choose(desk, page, Outcome.RESTOCKED)
    decided = now(desk, one)
    desk.press("return.next")

    assert (came.state, int(came.lines[0].received)) == (ReturnState.RECEIVED, 2)
    assert (decided.state, decided.lines[0].finding) == (ReturnState.DECIDED, "As new")
    assert desk.office.ask(stock_levels.availability, desk.pump).on_hand == 8
    assert now(desk, one).credit_id is not None
    assert wanted == ["invoice"]
    desk.qtbot.waitUntil(lambda: not desk.shell.book.action("return.next").isEnabled())


def choose(desk: Desk, page: ReturnPage, outcome: Outcome) -> None:
    """Choose what becomes of the only line, and accept it."""
    desk.qtbot.waitUntil(lambda: len(page.findChildren(Dialog)) == 1)
    (dialog,) = page.findChildren(Dialog)
    (field,) = dialog.findChildren(ChoiceEdit)
    field.put(outcome)
    dialog.accept()
    desk.settle()


def test_a_return_is_called_off_from_the_list(desk: Desk) -> None:
    order = desk.order(4)
    sent(desk.office, order)
    one = announced(desk.office, order, 2)
    page = ReturnsList(desk.shell, Strip((("deliveries", "Deliveries"),), "deliveries"))
    desk.show(page)
    desk.qtbot.waitUntil(lambda: page.model.rowCount() == 1)

    desk.press("return.cancel")
    desk.answer(page, "Kept after all")

    assert now(desk, one).state is ReturnState.CANCELLED
