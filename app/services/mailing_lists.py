"""Mailing lists: kept under names, and who is on them today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.contacts.findable import KIND as CONTACT
from app.domain.contacts.mailing import MailingForm, MailingList, Wanted, check
from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId, MailingListId, new_id
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query

KIND = "mailing-list"
"""The kind of record, as links, tabs and drafts name it."""
MOST_FOUND = 100_000
"""How many contacts words may find for a list."""


@query(Permission.CONTACTS_READ)
def lists(desk: Desk, *, with_archived: bool = False) -> tuple[MailingList, ...]:
    """Return the lists in use by name, or those put away too."""
    kept = desk.store.mailing_lists.all()
    shown = (one for one in kept if with_archived or not one.is_archived)
    return tuple(sorted(shown, key=lambda one: one.form.name.casefold()))


@query(Permission.CONTACTS_READ)
def get(desk: Desk, list_id: MailingListId) -> MailingList:
    """Return a list; raises NotFound."""
    return desk.store.mailing_lists.get(list_id)


@query(Permission.CONTACTS_READ)
def members(desk: Desk, form: MailingForm) -> tuple[ContactRow, ...]:
    """Return who is on a list today, by name; who was put away is not."""
    return desk.store.contact_lists.rows(Mailings(desk).members(form))


@command(Permission.CONTACTS_CHANGE)
def add(desk: Desk, form: MailingForm, list_id: MailingListId | None = None) -> MailingList:
    """Keep a new list; raises Invalid."""
    ready = form.tidied()
    _require(ready, desk.store.mailing_lists.all())
    new = MailingList(list_id or MailingListId(new_id()), 1, ready)
    desk.store.mailing_lists.add(new)
    desk.store.drafts.drop(KIND, new.id, desk.who.name)
    return new


@command(Permission.CONTACTS_CHANGE)
def change(desk: Desk, list_id: MailingListId, version: int, form: MailingForm) -> MailingList:
    """Change a list; raises Invalid, NotFound, or Conflict if it changed since."""
    before, ready = desk.store.mailing_lists.current(list_id, version), form.tidied()
    _require(ready, (one for one in desk.store.mailing_lists.all() if one.id != list_id))
    return _kept(desk, before, replace(before, form=ready))


@command(Permission.CONTACTS_CHANGE)
def put_away(desk: Desk, list_id: MailingListId, version: int) -> MailingList:
    """Take a list out of use; letters that went to it stay as they are."""
    before = desk.store.mailing_lists.current(list_id, version)
    return _kept(desk, before, replace(before, is_archived=True))


@command(Permission.CONTACTS_CHANGE)
def take_back(desk: Desk, list_id: MailingListId, version: int) -> MailingList:
    """Use a list again that was put away; raises Invalid where its name was given anew."""
    before = desk.store.mailing_lists.current(list_id, version)
    _require(before.form, (one for one in desk.store.mailing_lists.all() if one.id != list_id))
    return _kept(desk, before, replace(before, is_archived=False))


class Mailings:
    """Tells who is on a list today."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def members(self, form: MailingForm) -> tuple[ContactId, ...]:
        """Return the contacts in use that a list holds, in the order of their names."""
        by_rule = self._by_rule(form.wanted) if form.wanted else ()
        chosen = (set(by_rule) | set(form.added)) - set(form.left_out)
        return tuple(map(ContactId, self._store.recipients.by_name(tuple(chosen))))

    def receivers(self, form: MailingForm) -> tuple[ContactId, ...]:
        """Return who is on a list today, and after them those added by hand who were put away."""
        members = self.members(form)
        known = {*members, *form.left_out}
        return (*members, *(one for one in form.added if one not in known))

    def _by_rule(self, wanted: Wanted) -> Sequence[int]:
        if not wanted.words:
            return self._store.recipients.answering(wanted)
        hits = self._store.search.find(wanted.words, MOST_FOUND, {CONTACT})
        return self._store.recipients.answering(wanted, [hit.entity_id for hit in hits])


def _require(form: MailingForm, others: Iterable[MailingList]) -> None:
    names = frozenset(one.form.name.casefold() for one in others if not one.is_archived)
    require_right(check(form, names))


def _kept(desk: Desk, before: MailingList, after: MailingList) -> MailingList:
    saved = replace(after, version=before.version + 1)
    desk.store.mailing_lists.save(before, saved)
    desk.store.drafts.drop(KIND, saved.id, desk.who.name)
    return saved
