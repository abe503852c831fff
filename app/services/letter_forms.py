"""Letters as they are opened: all that a form begins with, in one answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.archive.document import DocumentState
from app.domain.archive.findable import KIND as DOCUMENT
from app.domain.archive.row import DocumentRow, Wanted
from app.domain.correspondence import incoming, outgoing
from app.domain.correspondence.body import Body
from app.domain.correspondence.incoming import IncomingForm
from app.domain.correspondence.letter import (
    INCOMING,
    OUTGOING,
    Incoming,
    LetterType,
    Outgoing,
    Signatory,
)
from app.domain.correspondence.outgoing import NUMBERED, OutgoingForm
from app.domain.correspondence.row import NEWEST_OUTGOING, OutgoingRow
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import DocumentId, LetterId
from app.domain.shared.paging import View
from app.domain.shared.problems import Problem
from app.services import documents, drafts, letters_in, letters_out, snippets
from app.services.letter_issuing import LetterIssuer
from app.services.links import Linkable, Links
from app.services.office import Desk
from app.services.permissions import Permission, query

PDF = "application/pdf"
MOST_SCANS = 50
MOST_ANSWERED = 20


@dataclass(frozen=True, slots=True)
class OpenedIncoming:
    """A letter that came in as it is written down; ``draft`` is what was typed and not saved."""

    letter: Incoming | None
    form: IncomingForm
    types: tuple[LetterType, ...]
    draft: FormDraft | None


@dataclass(frozen=True, slots=True)
class OpenedOutgoing:
    """A letter of ours as it is written; ``home`` is the language of the office."""

    letter: Outgoing | None
    form: OutgoingForm
    types: tuple[LetterType, ...]
    signatories: tuple[Signatory, ...]
    snippets: Mapping[str, Body]
    home: str
    draft: FormDraft | None


@query(Permission.LETTERS_READ)
def came_in(
    desk: Desk,
    letter_id: LetterId | None = None,
    document_id: DocumentId | None = None,
    held: frozenset[int] = frozenset(),
) -> OpenedIncoming:
    """Return a letter that came in, or what a new one begins with; raises NotFound.

    Without an id it is a new one, or one that was typed and left, but for those that are held.
    """
    draft = _draft(desk, INCOMING, letter_id, held) if document_id is None else None
    is_new = letter_id is None or (draft is not None and draft.is_new)
    letter = None if is_new or letter_id is None else desk.store.letters_in.get(letter_id)
    form = incoming.form_of(letter) if letter else letters_in.begin(desk, None, document_id)
    return OpenedIncoming(letter, form, desk.store.letter_types.all(), draft)


@query(Permission.ARCHIVE_READ)
def scans(desk: Desk, words: str) -> tuple[DocumentRow, ...]:
    """Return the PDFs of the inbox that answer words and are no letter's paper yet."""
    newest = View(words=words, is_descending=True)
    rows = documents.first(desk, newest, MOST_SCANS, Wanted((DocumentState.INBOX,)))
    taken = desk.store.letters_in.ways.letter_of
    return tuple(row for row in rows if row.media_type == PDF and taken(row.id) is None)


@query(Permission.LETTERS_READ)
def answerable(desk: Desk, words: str) -> tuple[OutgoingRow, ...]:
    """Return the letters of ours that answer words and that a letter can be an answer to."""
    states = tuple(sorted(state.value for state in NUMBERED))
    return letters_out.first(
        desk, replace(NEWEST_OUTGOING, words=words, only=states), MOST_ANSWERED
    )


@query(Permission.LETTERS_READ)
def enclosable(desk: Desk, words: str, limit: int = 20) -> tuple[Linkable, ...]:
    """Return the documents of the archive that answer words and that can be enclosed."""
    return Links(desk).found(words, limit, (DOCUMENT,))


@query(Permission.LETTERS_READ)
def goes_out(
    desk: Desk, letter_id: LetterId | None = None, held: frozenset[int] = frozenset()
) -> OpenedOutgoing:
    """Return a letter of ours, or what a new one begins with; raises NotFound."""
    draft = _draft(desk, OUTGOING, letter_id, held)
    is_new = letter_id is None or (draft is not None and draft.is_new)
    letter = None if is_new or letter_id is None else desk.store.letters_out.get(letter_id)
    home = desk.store.company.get().language
    form = outgoing.form_of(letter) if letter else OutgoingForm(language=home)
    return OpenedOutgoing(
        letter=letter,
        form=form,
        types=desk.store.letter_types.all(),
        signatories=desk.store.signatories.all(),
        snippets=snippets.bodies(desk, form.language or home),
        home=home,
        draft=draft,
    )


def _draft(
    desk: Desk, kind: str, letter_id: LetterId | None, held: frozenset[int]
) -> FormDraft | None:
    if letter_id is None:
        return drafts.waiting(desk, kind, held)
    return desk.store.drafts.kept(kind, letter_id, desk.who.name)


@dataclass(frozen=True, slots=True)
class LetterReview:
    """What a letter would be: complete with what it leaves open, its problems and its pages."""

    letter: Outgoing
    problems: tuple[Problem, ...]
    pdf: bytes


@query(Permission.LETTERS_READ)
def review(desk: Desk, form: OutgoingForm) -> LetterReview:
    """Return what is written as the letter that it would be today."""
    letter = letters_out.written(desk, form)
    issuer = LetterIssuer(desk)
    return LetterReview(letter, issuer.problems(letter), issuer.preview(letter))
