"""Mails for tests of windows: some that came in, an account, and some of ours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from app.domain.correspondence.mail import Mail, MailState
from app.domain.correspondence.mail_form import MailForm
from app.services import mails, outbox
from app.services.office import Office
from tests.services.outgoing_mail import account


def files_of(folder: Path, *contents: bytes) -> tuple[Path, ...]:
    """Write messages as files of mails."""
    paths = tuple(folder / f"{at}.eml" for at in range(len(contents)))
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def drop(page: QWidget, dropped: QMimeData) -> None:
    """Drop something on a page."""
    event = QDropEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)


def of_files(paths: tuple[Path, ...]) -> QMimeData:
    """Return files as they are dragged or copied."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def came(office: Office, folder: Path, *contents: bytes) -> tuple[Mail, ...]:
    """Take messages in."""
    kept = office.run(mails.take, files_of(folder, *contents)).kept
    return tuple(office.ask(mails.get, one) for one in kept)


def ours(office: Office, state: MailState = MailState.DRAFT, **parts: Any) -> Mail:
    """Write a mail that stands where it is said."""
    form = MailForm(account(office, 25).id, ("maija@aamu.example",), subject="Kiitos", text="Hei\n")
    mail = office.do(outbox.write, replace(form, **parts)).result
    if state is MailState.DRAFT:
        return mail
    queued = office.do(outbox.queue, mail.id).result
    with office.database.write() as unit:
        code = {MailState.UNKNOWN: "mail.interrupted", MailState.FAILED: "mail.refused"}
        facts = {"answer": "550 unknown"} if state is MailState.FAILED else {}
        told = replace(queued, state=state, code=code.get(state, ""), facts=facts, attempts=1)
        return unit.mails.save(queued, told)
