"""What was done with documents, and the command that takes each back."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.archive.document import Document, DocumentState
from app.domain.shared.ids import DocumentId
from app.services import documents, filing
from app.services.filing import Standing, standing
from app.ui.kit.history import Deed
from app.ui.kit.texts import _, many


def saved(before: Document, after: Document) -> Deed:
    """Return that a card was saved, and perhaps filed: it can be as it was."""
    return put_back((after.id, standing(after), standing(before)))


def put_back(done: tuple[DocumentId, Standing, Standing]) -> Deed:
    """Return that a card is as it is now: it can be as it was before."""
    document_id, now, before = done
    is_filed = now.state is DocumentState.FILED and before.state is DocumentState.INBOX
    title = now.form.title
    text = _("{title} filed", title=title) if is_filed else _("{title} saved", title=title)
    return Deed(text, filing.put_back, (document_id, now, before), put_back)


def filed(moved: Sequence[Document]) -> Deed:
    """Return that documents were filed: they can go back to the inbox."""
    return Deed(said(moved, _FILED), documents.unfile, (_ids(moved),), unfiled)


def unfiled(moved: Sequence[Document]) -> Deed:
    """Return that documents went back to the inbox: they can be filed."""
    return Deed(said(moved, _UNFILED), documents.file, (_ids(moved),), filed)


def trashed(moved: Sequence[Document]) -> Deed:
    """Return that documents went into the trash: they can be taken back."""
    return Deed(said(moved, _TRASHED), documents.restore, (_ids(moved),), restored)


def restored(moved: Sequence[Document]) -> Deed:
    """Return that documents came out of the trash: they can go back there."""
    return Deed(said(moved, _RESTORED), documents.trash, (_ids(moved),), trashed)


def said(moved: Sequence[Document], what: str) -> str:
    """Return what was done with how many documents."""
    count = len(moved)
    match what:
        case "filed":
            return many("{n} document filed", "{n} documents filed", count)
        case "unfiled":
            return many("{n} document back in the inbox", "{n} documents back in the inbox", count)
        case "trashed":
            return many("{n} document in the trash", "{n} documents in the trash", count)
        case "sealed":
            return many("{n} document sealed", "{n} documents sealed", count)
        case _:
            return many("{n} document taken back", "{n} documents taken back", count)


_FILED, _UNFILED, _TRASHED, _RESTORED = "filed", "unfiled", "trashed", "restored"


def _ids(moved: Sequence[Document]) -> tuple[DocumentId, ...]:
    return tuple(one.id for one in moved)
