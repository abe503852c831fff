"""What a thread heard reaches the views of the window, as long as there is one."""

from __future__ import annotations

import shiboken6
from pytestqt.qtbot import QtBot

from app.ui.hearing import Hearing
from app.ui.kit.client import OfficeClient


def test_what_is_heard_is_told_to_all_views(qtbot: QtBot, client: OfficeClient) -> None:
    hearing, told = Hearing(client), list[frozenset[str]]()
    client.changed.connect(told.append)

    hearing.heard(frozenset({"contact"}))

    assert told == []
    qtbot.waitUntil(lambda: told == [frozenset({"contact"})])


def test_a_window_that_is_gone_hears_no_more(client: OfficeClient) -> None:
    hearing = Hearing(client)
    shiboken6.delete(hearing)

    hearing.heard(frozenset({"contact"}))
    hearing.stands(is_there=False)
