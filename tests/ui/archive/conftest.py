"""The archive of an office that issued two invoices and filed a picture and a note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.domain.archive.document import Document
from app.domain.archive.form import form_of
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId, DocumentTypeId
from app.services import archive, documents, kinds
from app.services.office import Office
from app.ui.actions import with_modules
from app.ui.archive.naming import Naming
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.databases import tamper
from tests.ui.trading import BOOKS, issue

Settle = Callable[[], None]


def a_picture(width: int = 40, height: int = 20) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(memory, "PNG")  # type: ignore[call-overload]  # a device and a format are taken
    return bytes(memory.data().data())


@pytest.fixture
def shell(client: OfficeClient) -> Shell:
    return Shell(client, ActionBook(with_modules(BOOKS)), Settings())


@pytest.fixture
def filed(office: Office) -> dict[str, Record]:
    """The filed documents by their name, the oldest first."""
    invoices = issue(office, date(2026, 1, 12), "100", "50")
    sealed = [office.ask(archive.of, f"invoice:{one.id}")[0] for one in invoices]
    picture = office.do(archive.file, "shop.png", "image/png", a_picture()).result
    note = office.do(archive.file, "note.txt", "text/plain", "Hyvää päivää".encode()).result
    return {one.name: one for one in (*sealed, picture, note)}


@pytest.fixture
def space(qtbot: QtBot, shell: Shell) -> Workspace:
    space = Workspace(shell, BOOKS)
    qtbot.addWidget(space)
    space.resize(1200, 700)
    space.show()
    space.activateWindow()
    return space


@pytest.fixture
def naming(office: Office) -> Naming:
    naming = Naming()
    naming.learn(office.ask(kinds.sorting))
    return naming


def type_of(office: Office, code: str) -> DocumentTypeId:
    return next(one.id for one in office.ask(kinds.sorting).types if one.code == code)


def describe(office: Office, record: Record, **parts: Any) -> Document:
    """Write on the card of a filed file."""
    before = office.ask(documents.get, DocumentId(record.id))
    form = replace(form_of(before), **parts)
    return office.do(documents.change, before.id, before.version, form).result


@pytest.fixture
def tab(filed: dict[str, Record], space: Workspace, settle: Settle) -> ArchiveTab:
    space.go("archive")
    tab = space.page
    assert isinstance(tab, ArchiveTab)
    tab.table.setFocus()
    settle()
    return tab


def spoil(office: Office, record: Record) -> None:
    """Change the bytes of a document as a broken disk would."""
    harm = "UPDATE content_chunk SET bytes = x'00' WHERE content_id IN "
    where = f"(SELECT id FROM content WHERE sha256 = '{record.sha256}')"  # noqa: S608  our own digest
    with office.database.contents._writer.begin() as connection:
        tamper(connection, harm + where)
