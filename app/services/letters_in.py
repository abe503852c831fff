"""Letters that come in: written down, registered, answered or not, and filed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.domain.correspondence import incoming
from app.domain.correspondence.findable import findable_incoming
from app.domain.correspondence.incoming import IncomingForm, form_of, tidied
from app.domain.correspondence.letter import INCOMING, Incoming, IncomingState
from app.domain.correspondence.outgoing import NUMBERED
from app.domain.correspondence.row import OVERDUE, IncomingRow
from app.domain.correspondence.threads import Thread
from app.domain.shared.ids import DocumentId, LetterId, ThreadId, new_id
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Conflict
from app.domain.shared.working_days import Due
from app.services import threads
from app.services.counting import bearing, in_each
from app.services.issuing import require_right
from app.services.letter_documents import LetterDocuments
from app.services.letter_finding import NEWEST_HITS, LetterFinder
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.periods import Periods
from app.services.permissions import Permission, command, query
from app.services.registering import Register

NEVER_ISSUED = Rule("letters.answers-a-draft")
IN_A_CIRCLE = Rule("letters.answers-itself", "number")
WITHOUT_PERSON = Rule("letters.without-person")


@query(Permission.LETTERS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the register in its order; words also find what stands on the papers."""
    found = LetterFinder(desk).incoming(view.words)
    return desk.store.letters_in.spine(view, found, desk.today)


@query(Permission.LETTERS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[IncomingRow, ...]:
    """Return the first rows of the register."""
    store = desk.store.letters_in
    newest = LetterFinder(desk).incoming(view.words, NEWEST_HITS)
    return store.rows(store.first(view, size, newest, desk.today))


@query(Permission.LETTERS_READ)
def rows(desk: Desk, ids: tuple[LetterId, ...]) -> tuple[IncomingRow, ...]:
    """Return the rows of these letters; what is gone is left out."""
    return desk.store.letters_in.rows(ids)


@query(Permission.LETTERS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many letters stand where, and how many of the open ones are overdue."""
    store = desk.store.letters_in
    return {**in_each(IncomingState, store.counts()), OVERDUE: store.ways.late(desk.today)}


@query(Permission.LETTERS_READ)
def get(desk: Desk, letter_id: LetterId) -> Incoming:
    """Return a letter; raises NotFound."""
    return desk.store.letters_in.get(letter_id)


@query(Permission.LETTERS_READ)
def numbered(desk: Desk, number: str) -> Incoming:
    """Return the letter that has a number; raises NotFound."""
    store = desk.store.letters_in
    return store.get(bearing(number, INCOMING, store.ways.numbered(number)))


@query(Permission.LETTERS_READ)
def content(desk: Desk, letter_id: LetterId) -> IncomingForm:
    """Return what a clerk may change of a letter."""
    return form_of(desk.store.letters_in.get(letter_id))


@query(Permission.LETTERS_READ)
def begin(
    desk: Desk, received_on: date | None = None, document_id: DocumentId | None = None
) -> IncomingForm:
    """Return what a new letter begins with: of a scan, what the card of its document says."""
    if document_id is None:
        return IncomingForm(received_on or desk.today)
    card = Register(desk).get(document_id)
    sender = card.correspondent_id
    contact = desk.store.contacts.get(sender) if sender is not None else None
    return IncomingForm(
        received_on=received_on or card.received_at.date(),
        written_on=card.day,
        sender_id=sender,
        sender=contact.name if contact else "",
        subject=card.title,
        their_reference=card.reference,
        document_id=document_id,
    )


@query(Permission.LETTERS_READ)
def due(desk: Desk, received_on: date, days: int) -> Due:
    """Return until when an answer is due, and by which law a day of rest moved it."""
    form = IncomingForm(received_on, reply_days=days)
    require_right(tuple(one for one in incoming.check_days(form, desk.today)))
    return Periods(desk).due(received_on, days)


@query(Permission.LETTERS_READ)
def check(desk: Desk, form: IncomingForm, letter_id: LetterId | None = None) -> tuple[Problem, ...]:
    """Return all that stands in the way of registering what is written, each at its field."""
    kept = tidied(form)
    own = letter_id or LetterId(0)
    return (*incoming.check(kept, desk.today), *_misfits(desk, kept, own))


@query(Permission.LETTERS_READ)
def overdue(desk: Desk) -> tuple[IncomingRow, ...]:
    """Return the open letters whose answer was due before today, the longest due first."""
    store = desk.store.letters_in
    return store.rows(store.waiting(before=desk.today))


@query(Permission.LETTERS_READ)
def waiting(desk: Desk, who: str = "") -> tuple[IncomingRow, ...]:
    """Return the open letters of a person, or of everybody, by the day their answer is due."""
    store = desk.store.letters_in
    return store.rows(store.waiting(who=who))


@command(Permission.LETTERS_REGISTER)
def receive(desk: Desk, form: IncomingForm, letter_id: LetterId | None = None) -> Incoming:
    """Write down a letter that came, under the id that a form has given it.

    Where nothing is said of a reply, the period of its type counts. Raises Invalid for days that
    cannot be, NotFound for a record that it is not about, Conflict for an id that is taken.
    """
    if letter_id is not None and desk.store.letters_in.rows((letter_id,)):
        raise Conflict(record=INCOMING, id=letter_id)
    new_letter = letter_id or LetterId(new_id())
    kept = _usual(desk, _ready(desk, form, new_letter))
    thread_id = _thread(desk, kept) or _begun(desk, kept)
    blank = Incoming(new_letter, 1, IncomingState.RECEIVED, kept.received_on, thread_id)
    letter = kept.onto(blank)
    desk.store.letters_in.add(letter)
    _relate(desk, thread_id, kept.about)
    LetterDocuments(desk).link(letter.id, None, letter.document_id)
    desk.store.drafts.drop(INCOMING, letter.id, desk.who.name)
    desk.store.search.put(findable_incoming(letter))
    return letter


@command(Permission.LETTERS_REGISTER)
def save(desk: Desk, letter_id: LetterId, version: int, form: IncomingForm) -> Incoming:
    """Correct what is written of a letter; its number, state and reason stay.

    Raises Invalid, FiledLetter, or Conflict when it was changed since.
    """
    before = desk.store.letters_in.get(letter_id)
    if before.version != version:
        raise Conflict(record=INCOMING, id=letter_id, version=before.version)
    kept = _ready(desk, form, letter_id)
    incoming.require_changeable(before, kept)
    if before.number:
        require_right(check(desk, kept, letter_id))
    desk.store.drafts.drop(INCOMING, letter_id, desk.who.name)
    thread_id = _thread(desk, kept) if kept.answers != before.answers else None
    after = replace(kept.onto(before), thread_id=thread_id or before.thread_id)
    _relate(desk, after.thread_id, kept.about)
    if after == before:
        return before
    LetterDocuments(desk).link(letter_id, before.document_id, after.document_id)
    saved = _saved(desk, before, after)
    if saved.thread_id != before.thread_id:
        desk.store.threads.drop_empty(before.thread_id)
    return saved


@command(Permission.LETTERS_REGISTER)
def register(desk: Desk, letter_id: LetterId) -> Incoming:
    """Give a letter its number, for good, and file its document; raises Invalid, IllegalTransition.

    One that names who is responsible is in their hands with that.
    """
    before = desk.store.letters_in.get(letter_id)
    incoming.require_received(before)
    require_right(check(desk, form_of(before), letter_id))
    number = Numbering(desk, desk.store.company.get()).take(INCOMING, desk.today)
    after = incoming.registered(before, number)
    if after.responsible:
        after = incoming.assigned(after, after.responsible)
    saved = _saved(desk, before, after)
    LetterDocuments(desk).file(saved)
    return saved


@command(Permission.LETTERS_REGISTER)
def enter(desk: Desk, form: IncomingForm, letter_id: LetterId | None = None) -> Incoming:
    """Write down a letter and register it at once; raises what these two do."""
    return register(desk, receive(desk, form, letter_id).id)


@command(Permission.LETTERS_REGISTER)
def assign(desk: Desk, letter_id: LetterId, who: str) -> Incoming:
    """Put a registered letter into somebody's hands; raises Invalid, IllegalTransition."""
    if not who.strip():
        require_right((WITHOUT_PERSON.at("responsible"),))
    before = desk.store.letters_in.get(letter_id)
    return _saved(desk, before, incoming.assigned(before, who))


@command(Permission.LETTERS_REGISTER)
def no_reply(desk: Desk, letter_id: LetterId, reason: str) -> Incoming:
    """Say why a letter needs no answer; raises Invalid without a reason, IllegalTransition."""
    if not reason.strip():
        require_right((incoming.WITHOUT_REASON.at("reason"),))
    before = desk.store.letters_in.get(letter_id)
    return _saved(desk, before, incoming.reply_not_needed(_in_hands(desk, before), reason))


@command(Permission.LETTERS_REGISTER)
def file(desk: Desk, letter_id: LetterId) -> Incoming:
    """Put a letter away that was answered or needs no answer; raises IllegalTransition."""
    before = desk.store.letters_in.get(letter_id)
    return _saved(desk, before, incoming.filed(before))


@command(Permission.LETTERS_REGISTER)
def discard(desk: Desk, letter_id: LetterId) -> Incoming:
    """Forget a letter that was written down by mistake and has no number yet.

    Its document stays in the archive. Raises IllegalTransition for a registered one.
    """
    old = desk.store.letters_in.get(letter_id)
    incoming.require_received(old)
    LetterDocuments(desk).link(letter_id, old.document_id, None)
    desk.store.letters_in.remove(old)
    desk.store.threads.drop_empty(old.thread_id)
    desk.store.search.remove(INCOMING, letter_id)
    desk.store.drafts.drop_all(INCOMING, letter_id)
    return old


def _in_hands(desk: Desk, letter: Incoming) -> Incoming:
    """Return a registered letter in the hands of who acts on it, where it was in nobody's."""
    if letter.state is not IncomingState.REGISTERED:
        return letter
    return incoming.assigned(letter, letter.responsible or desk.who.name)


def _ready(desk: Desk, form: IncomingForm, letter_id: LetterId) -> IncomingForm:
    """Return a form as it is kept, with its sender's name and the day an answer is due."""
    kept = tidied(form)
    days = incoming.check_days(kept, desk.today)
    require_right((*days, *_misfits(desk, kept, letter_id)))
    if kept.sender_id is not None and not kept.sender:
        kept = replace(kept, sender=desk.store.contacts.get(kept.sender_id).name)
    return _counted(desk, kept)


def _usual(desk: Desk, form: IncomingForm) -> IncomingForm:
    """Return a form with the reply period of its type, where nothing is said of a reply."""
    if form.type_id is None or form.reply_days is not None or form.reply_by is not None:
        return form
    days = desk.store.letter_types.get(form.type_id).reply_days
    return _counted(desk, replace(form, reply_days=days))


def _counted(desk: Desk, form: IncomingForm) -> IncomingForm:
    if form.reply_days is None:
        return form
    return replace(form, reply_by=Periods(desk).due(form.received_on, form.reply_days).on)


def _misfits(desk: Desk, form: IncomingForm, letter_id: LetterId) -> tuple[Problem, ...]:
    """Return what does not fit to other records; raises NotFound for what is not there."""
    store = desk.store
    if form.sender_id is not None:
        store.contacts.get(form.sender_id)
    if form.type_id is not None:
        store.letter_types.get(form.type_id)
    found = LetterDocuments(desk).problems(letter_id, form.document_id)
    if form.answers is None:
        return found
    ours = store.letters_out.get(form.answers)
    if ours.state not in NUMBERED:
        return (*found, NEVER_ISSUED.at("answers"))
    if ours.answers == letter_id:
        return (*found, IN_A_CIRCLE.at("answers", number=ours.number))
    return found


def _thread(desk: Desk, form: IncomingForm) -> ThreadId | None:
    """Return the thread of our letter that is answered, or none."""
    return None if form.answers is None else desk.store.letters_out.get(form.answers).thread_id


def _relate(desk: Desk, thread_id: ThreadId, about: tuple[str, ...]) -> None:
    """Say what the exchange of a letter is about; raises NotFound."""
    for source in about:
        threads.link(desk, thread_id, source)


def _begun(desk: Desk, form: IncomingForm) -> ThreadId:
    new = Thread(ThreadId(new_id()), 1, form.subject, form.sender_id)
    desk.store.threads.add(new)
    return new.id


def _saved(desk: Desk, before: Incoming, after: Incoming) -> Incoming:
    saved = desk.store.letters_in.save(before, after)
    desk.store.search.put(findable_incoming(saved))
    return saved
