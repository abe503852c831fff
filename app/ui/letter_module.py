"""The module of letters, as ``modules`` lists it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.services.permissions import Permission
from app.ui.kit.module import Module
from app.ui.kit.shell import RecordPage, Shell


def _letters(shell: Shell) -> QWidget:
    from app.ui.correspondence.tab import LettersTab  # noqa: PLC0415  built when it is shown first

    return LettersTab(shell)


def _letter_in(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.incoming_page import IncomingPage  # noqa: PLC0415  as above

    return IncomingPage(shell, record)


def _letter_out(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.outgoing_page import OutgoingPage  # noqa: PLC0415  as above

    return OutgoingPage(shell, record)


def _letter_of_document(shell: Shell, record: int | None) -> RecordPage:
    from app.domain.shared.ids import DocumentId  # noqa: PLC0415  as above
    from app.ui.correspondence.incoming_page import IncomingPage  # noqa: PLC0415  as above

    return IncomingPage(shell, None, DocumentId(record or 0))


def _stationery(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.stationery_page import StationeryPage  # noqa: PLC0415  as above

    return StationeryPage(shell, record)


def _letter_kinds(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.kinds_page import LetterKindsPage  # noqa: PLC0415  as above

    return LetterKindsPage(shell, record)


def _template(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.template_page import TemplatePage  # noqa: PLC0415  as above

    return TemplatePage(shell, record)


def _snippet(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.snippet_page import SnippetPage  # noqa: PLC0415  as above

    return SnippetPage(shell, record)


def _mailing_list(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.mailing_list_page import MailingListPage  # noqa: PLC0415  as above

    return MailingListPage(shell, record)


def _merge_run(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.run_page import RunPage  # noqa: PLC0415  as above

    return RunPage(shell, record)


def _note(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.note_page import NotePage  # noqa: PLC0415  as above

    return NotePage(shell, record)


def _mail(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.mail_page import MailPage  # noqa: PLC0415  as above

    return MailPage(shell, record)


def _mail_accounts(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.correspondence.accounts_pane import MailAccountsPage  # noqa: PLC0415  as above

    return MailAccountsPage(shell, record)


def _mail_to(shell: Shell, record: int | None) -> RecordPage:
    from app.domain.shared.ids import ContactId  # noqa: PLC0415  as above
    from app.ui.correspondence.mail_page import MailPage  # noqa: PLC0415  as above

    return MailPage(shell, None, ContactId(record or 0))


def _load_letters() -> None:
    from app.ui.correspondence import tab  # noqa: F401, PLC0415  loaded beside the window


def _load_letter() -> None:
    from app.ui.correspondence import (  # noqa: PLC0415  loaded beside the window
        accounts_pane,  # noqa: F401  loading it is its use
        incoming_page,  # noqa: F401  loading it is its use
        kinds_page,  # noqa: F401  loading it is its use
        mail_page,  # noqa: F401  loading it is its use
        mailing_list_page,  # noqa: F401  loading it is its use
        note_page,  # noqa: F401  loading it is its use
        outgoing_page,  # noqa: F401  loading it is its use
        run_page,  # noqa: F401  loading it is its use
        snippet_page,  # noqa: F401  loading it is its use
        stationery_page,  # noqa: F401  loading it is its use
        template_page,  # noqa: F401  loading it is its use
    )


LETTERS = Module(
    "letters",
    mark("Letters"),
    "mail",
    "Ctrl+6",
    Permission.LETTERS_READ,
    _letters,
    records={
        "letter-in": _letter_in,
        "letter-out": _letter_out,
        "letter-of-document": _letter_of_document,
        "stationery": _stationery,
        "letter-kinds": _letter_kinds,
        "mail-accounts": _mail_accounts,
        "merge-run": _merge_run,
        "mailing-list": _mailing_list,
        "snippet": _snippet,
        "template": _template,
        "note": _note,
        "mail": _mail,
        "mail-to": _mail_to,
    },
    load=_load_letters,
    load_records=_load_letter,
)
