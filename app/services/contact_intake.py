"""Contacts taken in from a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.contacts.columns import HEADINGS, Reading, field_of, form_of_cells
from app.domain.contacts.contact import check
from app.domain.contacts.duplicates import Reason, folded, keys, sound
from app.domain.contacts.findable import findable
from app.domain.contacts.form import ContactForm, tidied
from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId, new_id
from app.domain.shared.imports import NUMBER_TWICE, Cells, ImportKind, Twin, TwinBy
from app.domain.shared.problems import Problem
from app.services.contacts import NUMBER_TAKEN
from app.services.intake import Candidate
from app.services.office import Desk

NOBODY = ContactId(0)
_BRANCH = "th.branch"


class ContactIntake:
    """Reads rows as contacts, finds those that are there already, makes the others."""

    kind = ImportKind.CONTACTS
    headings = HEADINGS

    def __init__(self, desk: Desk, decimal_mark: str) -> None:
        self._desk = desk
        self._lists = desk.store.contact_lists
        company = desk.store.company.get()
        self._reading = Reading(company.country, company.currency, decimal_mark)

    def candidate(self, row: int, key: str, cells: Cells) -> Candidate[ContactForm]:
        form, unreadable = form_of_cells(cells, self._reading)
        kept = tidied(form)
        told = {problem.field for problem in unreadable}
        found = check(kept.as_contact(NOBODY, 1), self._reading.country)
        problems = (
            *unreadable,
            *(replace(one, field=field_of(one, kept)) for one in found if one.field not in told),
        )
        return Candidate(row, key, kept.name, kept, problems, tuple(_marks(kept)))

    def known(self, candidates: Sequence[Candidate[ContactForm]]) -> dict[int, Twin]:
        twins = self._by_identifier(candidates)
        rest = [one for one in candidates if one.row not in twins]
        return twins | self._by_name(rest)

    def taken(self, candidates: Sequence[Candidate[ContactForm]]) -> dict[int, Problem]:
        holders = self._lists.numbered([one.form.number for one in candidates if one.form.number])
        rows: dict[str, int] = {}
        found: dict[int, Problem] = {}
        for one in candidates:
            number = one.form.number
            if number in holders:
                found[one.row] = NUMBER_TAKEN.at("number", number=number, name=holders[number])
            elif number and number in rows:
                found[one.row] = NUMBER_TWICE.at("number", number=number, row=rows[number])
            rows.setdefault(number, one.row)
        return found

    def create(self, candidates: Sequence[Candidate[ContactForm]]) -> list[int]:
        numbers = self._numbers(candidates)
        contacts = [
            replace(one.form, number=number).as_contact(ContactId(new_id()), 1)
            for one, number in zip(candidates, numbers, strict=True)
        ]
        self._desk.store.contacts.add_all(contacts, self._desk.now)
        self._desk.store.search.put_many(findable(one, self._desk.today) for one in contacts)
        return [one.id for one in contacts]

    def title(self, record: int) -> str:
        return next((row.name for row in self._lists.rows((record,))), "")

    def _numbers(self, candidates: Sequence[Candidate[ContactForm]]) -> Iterator[str]:
        """Yield the number of each candidate: its own, or the next one that nobody has."""
        own = {one.form.number for one in candidates}
        free = self._lists.next_number()
        for one in candidates:
            if one.form.number:
                yield one.form.number
            else:
                while str(free) in own:
                    free += 1
                yield str(free)
                free += 1

    def _by_identifier(self, candidates: Sequence[Candidate[ContactForm]]) -> dict[int, Twin]:
        values = [value for one in candidates for _, value in one.marks]
        holders = self._lists.holders([_bare(value) for value in values], Reason.IDENTIFIER)
        found: dict[int, Twin] = {}
        for one in candidates:
            for _, value in one.marks:
                same = (each for each in holders.get(_bare(value), ()) if self._is_at(each, value))
                if (record := next(same, None)) is not None:
                    title = self.title(record)
                    found[one.row] = Twin(
                        one.row, one.title, TwinBy.IDENTIFIER, record=record, other=title
                    )
                    break
        return found

    def _is_at(self, record: ContactId, value: str) -> bool:
        """Say whether a contact is the branch that a mark names, where it names one."""
        branch = value.partition("#")[2]
        if not branch:
            return True
        own = self._desk.store.contacts.get(record).identifier(_BRANCH)
        return own in {"", branch}

    def _by_name(self, candidates: Sequence[Candidate[ContactForm]]) -> dict[int, Twin]:
        spoken = [sound(folded(one.title)) for one in candidates]
        holders = self._lists.holders([text for text in spoken if text], Reason.NAME)
        ids = tuple({one for found in holders.values() for one in found})
        identified = self._lists.identified(ids)
        namesakes: dict[tuple[str, str], list[ContactRow]] = defaultdict(list)
        for row in self._lists.rows(ids):
            namesakes[row.name.casefold(), row.town.casefold()].append(row)
        found = {}
        for one in candidates:
            for row in namesakes.get((one.title.casefold(), _town(one.form)), ()):
                if not (one.marks and row.id in identified):
                    found[one.row] = Twin(
                        one.row, one.title, TwinBy.NAME, record=row.id, other=row.name
                    )
        return found


def _marks(form: ContactForm) -> Iterator[tuple[TwinBy, str]]:
    """Yield the identifiers of a form; a Thai tax id counts with its branch."""
    branch = next((one.value for one in form.identifiers if one.scheme == _BRANCH), "")
    for value, reason in keys(form.as_contact(NOBODY, 1)):
        if reason is Reason.IDENTIFIER:
            own = f"{value}#{branch}" if branch and value.startswith("th.") else value
            yield TwinBy.IDENTIFIER, own


def _bare(value: str) -> str:
    return value.partition("#")[0]


def _town(form: ContactForm) -> str:
    return next((address.town.casefold() for address in form.addresses), "")
