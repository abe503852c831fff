"""Letters of ours: written as drafts, approved, issued once and for all, and put away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.correspondence import outgoing
from app.domain.correspondence.findable import findable_outgoing
from app.domain.correspondence.incoming import WITHOUT_REASON
from app.domain.correspondence.letter import (
    NOBODY,
    OUTGOING,
    Addressee,
    Incoming,
    IncomingState,
    Outgoing,
    OutgoingState,
)
from app.domain.correspondence.outgoing import OutgoingForm, addressee_of, form_of, tidied
from app.domain.correspondence.row import OutgoingRow
from app.domain.correspondence.template import text_in
from app.domain.correspondence.threads import Thread
from app.domain.shared.ids import LetterId, TemplateId, ThreadId, new_id
from app.domain.shared.languages import check_language
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, OfficeError, Refusal, Unavailable
from app.services.counting import bearing, in_each
from app.services.issuing import require_right
from app.services.letter_documents import LetterDocuments
from app.services.letter_finding import NEWEST_HITS, LetterFinder
from app.services.letter_issuing import LetterIssuer, LetterRun
from app.services.naming_pictures import NamedPictures
from app.services.office import Desk
from app.services.permissions import Permission, command, name_of, query
from app.services.registering import Register


class NotRegistered(Refusal):
    """The letter that would be answered has no number yet; it is registered first."""

    code = "letters.not-registered"


@dataclass(frozen=True, slots=True)
class LetterRefused:
    """A letter that could not be issued: the code of the refusal, its facts and its problems."""

    letter_id: LetterId
    code: str
    facts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class LettersIssued:
    """What became of many letters: those issued, in the order asked for, and those refused."""

    issued: tuple[OutgoingRow, ...]
    refused: tuple[LetterRefused, ...]


@query(Permission.LETTERS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the register in its order; words also find what stands on the papers."""
    return desk.store.letters_out.spine(view, LetterFinder(desk).outgoing(view.words))


@query(Permission.LETTERS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[OutgoingRow, ...]:
    """Return the first rows of the register."""
    store = desk.store.letters_out
    newest = LetterFinder(desk).outgoing(view.words, NEWEST_HITS)
    return store.rows(store.first(view, size, newest))


@query(Permission.LETTERS_READ)
def rows(desk: Desk, ids: tuple[LetterId, ...]) -> tuple[OutgoingRow, ...]:
    """Return the rows of these letters; what is gone is left out."""
    return desk.store.letters_out.rows(ids)


@query(Permission.LETTERS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many letters stand where."""
    return in_each(OutgoingState, desk.store.letters_out.counts())


@query(Permission.LETTERS_READ)
def get(desk: Desk, letter_id: LetterId) -> Outgoing:
    """Return a letter; raises NotFound."""
    return desk.store.letters_out.get(letter_id)


@query(Permission.LETTERS_READ)
def numbered(desk: Desk, number: str) -> Outgoing:
    """Return the letter that has a number; raises NotFound."""
    store = desk.store.letters_out
    return store.get(bearing(number, OUTGOING, store.ways.numbered(number)))


@query(Permission.LETTERS_READ)
def content(desk: Desk, letter_id: LetterId) -> OutgoingForm:
    """Return what a clerk may change of a letter."""
    return form_of(desk.store.letters_out.get(letter_id))


@query(Permission.LETTERS_READ)
def written(desk: Desk, form: OutgoingForm) -> Outgoing:
    """Return the draft that this would be, complete with what it leaves open."""
    return _complete(desk, form, LetterId(0), ThreadId(0))


@query(Permission.LETTERS_READ)
def by_template(desk: Desk, form: OutgoingForm, template_id: TemplateId) -> OutgoingForm:
    """Return a form with what a template says in its language, else in the company's.

    The letter then is in the language of its text. Raises NotFound.
    """
    template = desk.store.templates.get(template_id)
    home = desk.store.company.get().language
    text = text_in(template.texts, form.language, home)
    return replace(
        form,
        language=text.language if text and form.language else form.language,
        template_id=template.id,
        type_id=template.type_id,
        channel=template.channel,
        signatory_id=template.signatory_id,
        layout=template.layout,
        subject=(text.subject if text else "") or form.subject,
        body=text.body if text else form.body,
    )


@query(Permission.LETTERS_READ)
def check(desk: Desk, form: OutgoingForm) -> tuple[Problem, ...]:
    """Return all that stands in the way of issuing what is written, each at its field."""
    return LetterIssuer(desk).problems(written(desk, form))


@query(Permission.LETTERS_READ)
def preview(desk: Desk, letter: Outgoing) -> bytes:
    """Return the PDF of a letter as it would be today, marked as a draft."""
    return LetterIssuer(desk).preview(letter)


@query(Permission.LETTERS_READ)
def page(desk: Desk, letter_id: LetterId) -> bytes:
    """Return the PDF of a letter: as it was filed, or of a draft as it would print today."""
    letter = desk.store.letters_out.get(letter_id)
    return pdf(desk, letter_id) if letter.document_id else preview(desk, letter)


@query(Permission.LETTERS_READ)
def pdf(desk: Desk, letter_id: LetterId) -> bytes:
    """Return the PDF of an issued letter as it was filed, bit by bit; raises NotFound."""
    return LetterDocuments(desk).frozen(desk.store.letters_out.get(letter_id))


@command(Permission.LETTERS_DRAFT)
def draft(desk: Desk, form: OutgoingForm, letter_id: LetterId | None = None) -> Outgoing:
    """Keep a new draft, under the id that a form has given it.

    Raises Invalid, NotRegistered, NoSuchPicture, or Conflict for an id that is taken.
    """
    if letter_id is not None and desk.store.letters_out.rows((letter_id,)):
        raise Conflict(record=OUTGOING, id=letter_id)
    kept = _ready(desk, form, frozenset())
    thread_id = _thread(desk, kept) or _begun(desk, kept)
    letter = _complete(desk, kept, letter_id or LetterId(new_id()), thread_id)
    desk.store.letters_out.add(letter)
    desk.store.drafts.drop(OUTGOING, letter.id, desk.who.name)
    desk.store.search.put(findable_outgoing(letter, desk.today))
    return letter


@command(Permission.LETTERS_DRAFT)
def answer(
    desk: Desk, incoming_id: LetterId, template_id: TemplateId | None = None, language: str = ""
) -> Outgoing:
    """Keep a draft that answers a letter: to its sender, in its thread, with its references.

    Raises NotRegistered, or NotFound for a template that is not there.
    """
    asked = desk.store.letters_in.get(incoming_id)
    form = _answering(desk, asked, language)
    if template_id is not None:
        form = by_template(desk, form, template_id)
    return draft(desk, form)


@command(Permission.LETTERS_DRAFT)
def save(desk: Desk, letter_id: LetterId, version: int, form: OutgoingForm) -> Outgoing:
    """Replace a draft.

    Raises NotADraft, Invalid, NotRegistered, NoSuchPicture, or Conflict if changed since.
    """
    before = desk.store.letters_out.get(letter_id)
    outgoing.require_draft(before)
    if before.version != version:
        raise Conflict(record=OUTGOING, id=letter_id, version=before.version)
    kept = _ready(desk, form, before.body.images())
    thread_id = _thread(desk, kept) if kept.answers != before.answers else None
    after = _complete(desk, kept, letter_id, thread_id or before.thread_id)
    desk.store.drafts.drop(OUTGOING, letter_id, desk.who.name)
    if replace(after, version=version, written_by=before.written_by) == before:
        return before
    saved = _saved(desk, before, after)
    if saved.thread_id != before.thread_id:
        desk.store.threads.drop_empty(before.thread_id)
    return saved


@command(Permission.LETTERS_DRAFT)
def discard(desk: Desk, letter_id: LetterId) -> Outgoing:
    """Throw a letter away that has no number; raises NotADraft for one that was issued."""
    old = desk.store.letters_out.get(letter_id)
    outgoing.require_unnumbered(old)
    desk.store.letters_out.remove(old)
    desk.store.threads.drop_empty(old.thread_id)
    desk.store.search.remove(OUTGOING, letter_id)
    desk.store.drafts.drop_all(OUTGOING, letter_id)
    return old


@command(Permission.LETTERS_DRAFT)
def copy(desk: Desk, letter_id: LetterId) -> Outgoing:
    """Keep a letter as a new draft, of today and in a thread of its own."""
    form = form_of(desk.store.letters_out.get(letter_id))
    return draft(desk, replace(form, dated_on=None, answers=None, run_id=None))


@command(Permission.LETTERS_APPROVE)
def approve(desk: Desk, letter_id: LetterId) -> Outgoing:
    """Approve a draft, which nobody changes from now on.

    Raises NotADraft, Invalid, or OwnApproval where its type asks for two people.
    """
    before = desk.store.letters_out.get(letter_id)
    kind = desk.store.letter_types.get(before.type_id) if before.type_id else None
    is_four_eyes = kind is not None and kind.is_four_eyes
    after = outgoing.approved(before, desk.who.name, is_four_eyes=is_four_eyes)
    require_right(LetterIssuer(desk).problems(after))
    return _saved(desk, before, after)


@command(Permission.LETTERS_ISSUE)
def issue(desk: Desk, letter_id: LetterId) -> Outgoing:
    """Number a letter, freeze its PDF in the archive and let what it answers be answered.

    A draft whose type does not ask for two people is approved by that. All or nothing: raises
    Invalid, NotApproved, IllegalTransition, SeriesClosed, EarlierThanLast.
    """
    issuer = LetterIssuer(desk)
    one = issuer.issue(desk.store.letters_out.get(letter_id))
    issuer.file((one,))
    return one.letter


@command(Permission.LETTERS_ISSUE)
def issue_many(desk: Desk, letter_ids: tuple[LetterId, ...]) -> LettersIssued:
    """Issue letters in this order; what is refused is listed and stays what it was.

    The audit has one row for each of them, as if it had been issued alone.
    """
    run = LetterRun(desk, name_of(issue))
    issued: list[LetterId] = []
    refused: list[LetterRefused] = []
    for done, letter_id in enumerate(letter_ids):
        desk.progress(done, len(letter_ids))
        try:
            run.issue(desk.store.letters_out.get(letter_id))
            issued.append(letter_id)
        except Unavailable:
            raise
        except OfficeError as refusal:
            run.refuse(letter_id, refusal.code)
            refused.append(_refused(letter_id, refusal))
    run.file()
    return LettersIssued(desk.store.letters_out.rows(issued), tuple(refused))


@command(Permission.LETTERS_ISSUE)
def void(desk: Desk, letter_id: LetterId, reason: str) -> Outgoing:
    """Let an issued letter that was not sent count no more; its number and paper stay.

    What it answered waits again. Raises Invalid without a reason, IllegalTransition.
    """
    if not reason.strip():
        require_right((WITHOUT_REASON.at("reason"),))
    before = desk.store.letters_out.get(letter_id)
    saved = _saved(desk, before, outgoing.voided(before, reason))
    LetterIssuer(desk).reopen(saved)
    return saved


@command(Permission.LETTERS_ISSUE)
def file(desk: Desk, letter_id: LetterId) -> Outgoing:
    """Put a letter away that was sent; raises IllegalTransition."""
    before = desk.store.letters_out.get(letter_id)
    return _saved(desk, before, outgoing.filed(before))


def _ready(desk: Desk, form: OutgoingForm, shown: frozenset[str]) -> OutgoingForm:
    """Return a form as it is kept; raises Invalid, NotRegistered, NotFound, NoSuchPicture."""
    kept = tidied(form)
    NamedPictures(desk).require(kept.body.images() - shown)
    require_right(check_language(kept.language, "language"))
    store = desk.store
    if kept.type_id is not None:
        store.letter_types.get(kept.type_id)
    if kept.signatory_id is not None:
        store.signatories.get(kept.signatory_id)
    for one in kept.attachments:
        Register(desk).get(one.document_id)
    return kept


def _complete(desk: Desk, form: OutgoingForm, letter_id: LetterId, thread_id: ThreadId) -> Outgoing:
    """Return the draft of a form; what it leaves open its contact says, else the company."""
    contact = desk.store.contacts.get(form.addressee_id) if form.addressee_id else None
    own = contact.terms.language if contact else ""
    language = form.language or own or desk.store.company.get().language
    to = form.addressee
    if contact is not None and to == NOBODY:
        to = addressee_of(contact)
    blank = Outgoing(
        letter_id,
        1,
        OutgoingState.DRAFT,
        language,
        thread_id,
        written_by=desk.who.name,
    )
    told = replace(form, language=language, addressee=to)
    return replace(told, responsible=told.responsible or desk.who.name).onto(blank)


def _answering(desk: Desk, asked: Incoming, language: str) -> OutgoingForm:
    sender = desk.store.contacts.get(asked.sender_id) if asked.sender_id else None
    own = sender.terms.language if sender else ""
    spoken = language or own or desk.store.company.get().language
    return OutgoingForm(
        addressee_id=asked.sender_id,
        addressee=addressee_of(sender) if sender else Addressee(asked.sender),
        language=spoken,
        subject=asked.subject,
        our_reference=asked.number,
        your_reference=asked.their_reference,
        responsible=asked.responsible,
        answers=asked.id,
    )


def _thread(desk: Desk, form: OutgoingForm) -> ThreadId | None:
    """Return the thread of the letter that is answered, or none; raises NotRegistered."""
    if form.answers is None:
        return None
    asked = desk.store.letters_in.get(form.answers)
    if asked.state is IncomingState.RECEIVED:
        raise NotRegistered(subject=asked.subject)
    return asked.thread_id


def _begun(desk: Desk, form: OutgoingForm) -> ThreadId:
    if form.addressee_id is not None:
        desk.store.contacts.get(form.addressee_id)
    new = Thread(ThreadId(new_id()), 1, form.subject, form.addressee_id)
    desk.store.threads.add(new)
    return new.id


def _saved(desk: Desk, before: Outgoing, after: Outgoing) -> Outgoing:
    saved = desk.store.letters_out.save(before, after)
    desk.store.search.put(findable_outgoing(saved, desk.today))
    return saved


def _refused(letter_id: LetterId, refusal: OfficeError) -> LetterRefused:
    problems = getattr(refusal, "problems", ())
    return LetterRefused(letter_id, refusal.code, refusal.plain_facts, problems)
