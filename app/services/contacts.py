"""Contacts: found, listed, added, changed, put away and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.domain.contacts.alike import Alike
from app.domain.contacts.contact import Contact, check
from app.domain.contacts.duplicates import folded, likeness
from app.domain.contacts.findable import KIND, findable
from app.domain.contacts.form import ContactForm, form_of, tidied
from app.domain.contacts.row import ContactRow
from app.domain.contacts.timeline import Event, Happening
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import ContactId, LayoutId, new_id
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Conflict, Invalid
from app.formats import postcodes
from app.formats.packs import pack
from app.services import drafts
from app.services.dressing import Wardrobe
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.renaming import Renaming
from app.services.walls import Walls

MOST_FOUND = 5000
"""How many of the newest hits a list of found contacts holds."""

MOST_EVENTS = 50
MOST_ALIKE = 25
SHOWN_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """A contact as it is looked at: seen from our country, with what happened."""

    contact: Contact
    country: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A contact as it is edited, or what a new one begins with.

    ``schemes`` are the identifiers usual here, ``draft`` is what was typed and not saved,
    ``layouts`` are those that its papers can have, by name.
    """

    contact: Contact | None
    country: str
    currency: str
    schemes: tuple[str, ...]
    draft: FormDraft | None
    layouts: Mapping[LayoutId, str] = field(default_factory=dict)


NUMBER_TAKEN = Rule("contacts.number-taken", "number", "name")


@query(Permission.CONTACTS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of a list of contacts in its order."""
    return desk.store.contact_lists.spine(view, _among(desk, view.words))


@query(Permission.CONTACTS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[ContactRow, ...]:
    """Return the first rows of a list of contacts."""
    lists = desk.store.contact_lists
    return lists.rows(lists.first(view, size, _among(desk, view.words)))


@query(Permission.CONTACTS_READ)
def rows(desk: Desk, ids: tuple[ContactId, ...]) -> tuple[ContactRow, ...]:
    """Return the rows of these contacts; who is gone is left out."""
    return desk.store.contact_lists.rows(ids)


@query(Permission.CONTACTS_READ)
def get(desk: Desk, contact_id: ContactId) -> Contact:
    """Return a whole contact; raises NotFound."""
    return desk.store.contacts.get(contact_id)


@query(Permission.CONTACTS_READ)
def find(desk: Desk, words: str, limit: int = 20) -> tuple[ContactRow, ...]:
    """Return contacts in use that answer the words, the last changed first."""
    lists = desk.store.contact_lists
    if not words.strip():
        return lists.rows(lists.first(View(sort="added", is_descending=True), limit))
    hits = desk.store.search.find(words, limit * 3, {KIND})
    found = lists.rows([hit.entity_id for hit in hits])
    return tuple(row for row in found if not row.is_archived)[:limit]


@query(Permission.CONTACTS_READ)
def town(desk: Desk, country: str, postcode: str) -> str:
    """Return the town of a postcode as our other contacts write it, else as we know it."""
    known = desk.store.contact_lists.town_of(country, postcode)
    return known or postcodes.town_of(country, postcode)


@query(Permission.CONTACTS_READ)
def next_number(desk: Desk) -> str:
    """Return the number that the next contact gets."""
    return str(desk.store.contact_lists.next_number())


@query(Permission.CONTACTS_READ)
def timeline(desk: Desk, contact_id: ContactId) -> tuple[Event, ...]:
    """Return what happened with a contact, the newest first."""
    moments = desk.store.contacts.moments(contact_id)
    added, changed = moments.added_at.date(), moments.changed_at.date()
    events = [Event(added, Happening.ADDED, contact_id)]
    answer = desk.store.contacts.get(contact_id).vat_answer
    if answer is not None:
        events.append(Event(answer.on, Happening.VAT_ANSWERED, contact_id, answer.number))
    if moments.changed_at != moments.added_at:
        events.append(Event(changed, Happening.CHANGED, contact_id))
    if Permission.INVOICES_READ in desk.who.role.permissions:
        events += desk.store.contact_events.invoices(contact_id, MOST_EVENTS)
        events += desk.store.contact_events.quotes(contact_id, MOST_EVENTS)
        events += desk.store.contact_events.plans(contact_id, MOST_EVENTS)
    events += _ordered(desk, contact_id)
    if Permission.REMINDERS_READ in desk.who.role.permissions:
        events += desk.store.contact_events.reminders(contact_id, MOST_EVENTS)
    if Permission.PAYMENTS_READ in desk.who.role.permissions:
        events += desk.store.contact_events.payments(contact_id, MOST_EVENTS)
    if Permission.LETTERS_READ in desk.who.role.permissions:
        events += desk.store.contact_events.letters(contact_id, MOST_EVENTS)
        events += desk.store.contact_events.notes(contact_id, MOST_EVENTS)
    if Permission.MAIL_READ in desk.who.role.permissions:
        events += desk.store.contact_events.mails(contact_id, MOST_EVENTS)
    return tuple(sorted(events, key=lambda event: event.day, reverse=True))


def _ordered(desk: Desk, contact_id: ContactId) -> Iterator[Event]:
    """Yield what was ordered, delivered and returned, and the papers of orders, as may be read."""
    store, held = desk.store, desk.who.role.permissions
    if Permission.ORDERS_READ in held:
        yield from store.contact_events.orders(contact_id, MOST_EVENTS)
        yield from store.delivery_lists.of_contact(contact_id, MOST_EVENTS)
        yield from store.return_lists.of_contact(contact_id, MOST_EVENTS)
    if Permission.ARCHIVE_READ in held:
        yield from store.contact_events.papers(contact_id, MOST_EVENTS, Walls(desk).hidden)


@query(Permission.CONTACTS_READ)
def seen(desk: Desk, contact_id: ContactId) -> Seen:
    """Return a contact with what happened, as a card shows it; raises NotFound."""
    country = desk.store.company.get().country
    return Seen(desk.store.contacts.get(contact_id), country, timeline(desk, contact_id))


@query(Permission.CONTACTS_READ)
def opened(
    desk: Desk, contact_id: ContactId | None = None, held: frozenset[int] = frozenset()
) -> Opened:
    """Return what an editor needs to begin with; raises NotFound.

    Without an id it is a new one, or one that was typed and left, but for those that are held.
    """
    company = desk.store.company.get()
    if contact_id is None:
        draft = drafts.waiting(desk, KIND, held)
    else:
        draft = desk.store.drafts.kept(KIND, contact_id, desk.who.name)
    is_new = contact_id is None or (draft is not None and draft.is_new)
    found = None if is_new or contact_id is None else desk.store.contacts.get(contact_id)
    schemes = pack(company.country).contact_identifiers
    layouts = Wardrobe(desk).names
    return Opened(found, company.country, company.currency, schemes, draft, layouts)


@query(Permission.CONTACTS_READ)
def alike(desk: Desk, form: ContactForm, contact_id: ContactId | None = None) -> tuple[Alike, ...]:
    """Return contacts that may be the one being typed, the likeliest first."""
    typed = tidied(form).as_contact(contact_id or ContactId(0), 1)
    lists = desk.store.contact_lists
    word = max(folded(typed.name).split(), key=len, default="")
    hits = desk.store.search.find(word, MOST_ALIKE, {KIND}) if word else ()
    ids = dict.fromkeys((*lists.sharing(typed, MOST_ALIKE), *(hit.entity_id for hit in hits)))
    ids.pop(typed.id, None)
    found = []
    for row in lists.rows(tuple(ids)):
        alikeness = likeness(typed, desk.store.contacts.get(row.id))
        if alikeness is not None:
            found.append(Alike(row, alikeness))
    return tuple(sorted(found, key=lambda one: -one.likeness.score)[:SHOWN_ALIKE])


@command(Permission.CONTACTS_CHANGE)
def add(desk: Desk, form: ContactForm, contact_id: ContactId | None = None) -> Contact:
    """Add a contact, under the id that a form has given it; raises Invalid, or Conflict if taken.

    Without a number it gets the next one.
    """
    if contact_id is not None and desk.store.contacts.get_all((contact_id,)):
        raise Conflict(record="contact", id=contact_id)
    kept = tidied(form)
    _require_right(desk, kept, None)
    number = kept.number or str(desk.store.contact_lists.next_number())
    contact = replace(kept, number=number).as_contact(contact_id or ContactId(new_id()), 1)
    desk.store.contacts.add(contact, desk.now)
    desk.store.drafts.drop(KIND, contact.id, desk.who.name)
    desk.store.search.put(findable(contact, desk.today))
    return contact


@command(Permission.CONTACTS_CHANGE)
def change(desk: Desk, contact_id: ContactId, version: int, form: ContactForm) -> Contact:
    """Replace what is known of a contact; raises Invalid, or Conflict if it changed since."""
    before = desk.store.contacts.get(contact_id)
    if before.version != version:
        raise Conflict(contact=contact_id)
    kept = tidied(form)
    kept = replace(kept, number=kept.number or before.number)
    _require_right(desk, kept, contact_id)
    desk.store.drafts.drop(KIND, contact_id, desk.who.name)
    if kept == form_of(before):
        return before
    after = replace(
        kept.as_contact(contact_id, version),
        is_archived=before.is_archived,
        vat_answer=before.vat_answer,
    )
    saved = desk.store.contacts.save(before, after, desk.now)
    desk.store.search.put(findable(saved, desk.today))
    Renaming(desk).contact(before, saved)
    return saved


@command(Permission.CONTACTS_CHANGE)
def put_back(desk: Desk, contact_id: ContactId, now: ContactForm, wanted: ContactForm) -> Contact:
    """Undo a change: ``wanted`` again, if it still is as in ``now``; else raises Conflict."""
    before = desk.store.contacts.get(contact_id)
    if form_of(before) != now:
        raise Conflict(contact=contact_id)
    return change(desk, contact_id, before.version, wanted)


@command(Permission.CONTACTS_CHANGE)
def put_away(desk: Desk, ids: tuple[ContactId, ...]) -> tuple[ContactId, ...]:
    """Put contacts into the archive and return those moved; ``take_back`` undoes it."""
    return _move(desk, ids, to_archive=True)


@command(Permission.CONTACTS_CHANGE)
def take_back(desk: Desk, ids: tuple[ContactId, ...]) -> tuple[ContactId, ...]:
    """Take contacts back from the archive and return those that were there."""
    return _move(desk, ids, to_archive=False)


def _move(desk: Desk, ids: tuple[ContactId, ...], *, to_archive: bool) -> tuple[ContactId, ...]:
    moved = []
    for done, contact_id in enumerate(ids):
        desk.progress(done, len(ids))
        before = desk.store.contacts.get(contact_id)
        if before.is_archived is not to_archive:
            after = replace(before, is_archived=to_archive)
            desk.store.contacts.save(before, after, desk.now)
            moved.append(contact_id)
    return tuple(moved)


def _require_right(desk: Desk, form: ContactForm, contact_id: ContactId | None) -> None:
    """Raise Invalid when something in the form must be mended."""
    country = desk.store.company.get().country
    found = check(form.as_contact(ContactId(0), 1), country)
    problems = (*found, *_number_taken(desk, form.number, contact_id))
    if any(not problem.is_warning for problem in problems):
        raise Invalid(problems)


def _number_taken(desk: Desk, number: str, contact_id: ContactId | None) -> tuple[Problem, ...]:
    holder = desk.store.contact_lists.with_number(number) if number else None
    if holder is None or holder == contact_id:
        return ()
    name = desk.store.contacts.get(holder).name
    return (NUMBER_TAKEN.at("number", number=number, name=name),)


def _among(desk: Desk, words: str) -> tuple[int, ...] | None:
    if not words.strip():
        return None
    return tuple(hit.entity_id for hit in desk.store.search.find(words, MOST_FOUND, {KIND}))
