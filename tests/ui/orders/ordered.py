"""What a clerk writes of an order in the office of these tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from pytestqt.qtbot import QtBot

from app.domain.invoices.draft import DraftLine
from app.domain.orders.order import OrderDraft
from app.services.office import Office
from app.ui.kit.shell import Shell
from tests.order_desk import a_written_order
from tests.ui.invoices.clerk import Clerk
from tests.ui.invoices.conftest import Trade
from tests.windows import Settle


class Hands(NamedTuple):
    """What every test of keys takes into its hands."""

    clerk: Clerk
    office: Office
    qtbot: QtBot
    settle: Settle
    shell: Shell


def order_of(trade: Trade, *lines: DraftLine, **parts: Any) -> OrderDraft:
    """Return an order of Kahvila Aamu."""
    written = a_written_order(*lines, **parts)
    content = replace(written.content, customer_id=trade.aamu.id)
    return replace(written, content=content)
