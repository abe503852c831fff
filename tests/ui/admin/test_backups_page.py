"""The page of backups lists them, makes, practises and restores them, and says what is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.backup import Keep
from app.services import backups
from app.services.backing_up import Shelf
from app.storage.backup_packs import PACKS
from app.storage.restoring import restoring_of
from app.ui.admin.backups_page import BackupsPage
from app.ui.kit.exchange import Exchange
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, settle: Settle) -> BackupsPage:
    made = BackupsPage(shell, Strip((("backups", "Backups"),), "backups"))
    qtbot.addWidget(made)
    settle()
    return made


def test_a_company_without_a_backup_is_told_what_that_means(page: BackupsPage) -> None:
    assert "There is no backup yet" in page.told.text()
    assert "lie on the disk of the company" not in page.told.text()


def test_a_backup_is_made_and_listed(page: BackupsPage, settle: Settle) -> None:
    page.back_up()
    settle()

    assert page.table.rows.rowCount() == 1
    assert page.told.text().startswith("Last backup 10 Mar 2026")


def test_a_backup_is_practised_and_says_how_it_went(page: BackupsPage, settle: Settle) -> None:
    page.back_up()
    settle()

    page.practise()
    settle()

    assert page.told.text().endswith("all in order.")


def test_a_place_that_is_gone_is_named_with_what_to_do(
    page: BackupsPage, shell: Shell, settle: Settle, tmp_path: Path
) -> None:
    shell.client.office.run(backups.arrange, (str(tmp_path / "gone"),), 4, Keep())

    page.back_up()
    settle()

    assert "gone: The place of the backups cannot be reached." in page.told.text()


def test_a_damaged_backup_says_so_when_it_is_practised(
    page: BackupsPage, shell: Shell, settle: Settle
) -> None:
    page.back_up()
    settle()
    shelf = Shelf(shell.client.office)
    shutil.rmtree(shelf.path_of(shelf.backups()[0]).parent / PACKS)
    (shelf.path_of(shelf.backups()[0]) / "documents.db").write_bytes(b"")

    page.practise()
    settle()

    assert "The backup is not as it was made." in page.told.text()


def test_a_restore_is_prepared_and_handed_to_the_window(
    page: BackupsPage, shell: Shell, settle: Settle
) -> None:
    asked: list[Exchange] = []
    shell.exchange_wanted.connect(asked.append)
    page.back_up()
    settle()
    page.table.selectRow(0)

    page._prepare(Shelf(shell.client.office).backups()[0])
    settle()

    (exchange,) = asked
    assert exchange.told == "The company is as it was in the backup."
    assert restoring_of(Shelf(shell.client.office).folder).is_dir()


def test_verbs_that_need_a_backup_wait_for_one(
    page: BackupsPage, shell: Shell, settle: Settle
) -> None:
    shell.book.enter((page,))
    before = shell.book.action("backups.restore").isEnabled()

    page.back_up()
    settle()

    assert (before, shell.book.action("backups.restore").isEnabled()) == (False, True)
    assert not shell.book.action("backups.undo").isEnabled()
