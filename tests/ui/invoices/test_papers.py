"""The paper beside the form of an invoice follows what is typed, and hides at a key."""

from __future__ import annotations

from functools import partial

from pytestqt.qtbot import QtBot

from app.ui.invoices.page import InvoicePage
from app.ui.kit.shell import Shell
from tests.ui.invoices.clerk import Clerk, Key
from tests.ui.invoices.conftest import Opened
from tests.ui.invoices.test_page import choose_customer, editor_of
from tests.windows import Settle


def test_the_page_follows_what_is_typed(page: InvoicePage, clerk: Clerk, qtbot: QtBot) -> None:
    preview = editor_of(page).preview
    qtbot.waitUntil(lambda: bool(preview.pdf))
    before = preview.pdf

    choose_customer(clerk)
    qtbot.waitUntil(partial(is_other, page, before))

    assert preview.pdf != before


def is_other(page: InvoicePage, before: bytes) -> bool:
    return editor_of(page).preview.pdf != before


def test_the_page_can_be_hidden_and_shown_with_a_key(page: InvoicePage, clerk: Clerk) -> None:
    preview = editor_of(page).preview

    clerk.press(Key.Key_F8)
    was_hidden = preview.isHidden()
    clerk.press(Key.Key_F8)

    assert was_hidden
    assert not preview.isHidden()


def test_a_page_that_was_hidden_stays_hidden_in_the_next_invoice(
    page: InvoicePage, clerk: Clerk, opened: Opened, shell: Shell
) -> None:
    clerk.press(Key.Key_F8)
    page.is_over = True

    again = opened(None)

    assert shell.settings.now.without_page
    assert editor_of(again).preview.isHidden()


def test_a_narrow_window_gives_its_room_to_the_form(page: InvoicePage, settle: Settle) -> None:
    page.window().resize(800, 600)
    settle()

    assert editor_of(page).preview.isHidden()
