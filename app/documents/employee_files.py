"""The file of a person on paper: who, in which work, by which contracts, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.documents import letterhead
from app.documents.accounting import Imprint
from app.documents.contracts import pay_words
from app.documents.model import (
    Align,
    Beside,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    Grid,
    Heading,
    Layout,
    Letterhead,
    Paragraph,
    Picture,
    Row,
    Tone,
)
from app.domain.contacts.address import block
from app.domain.employees.belongings import Checklist, Equipment, Qualification, is_open
from app.domain.employees.contract import Contract
from app.domain.employees.employee import Employee, Private, Profile
from app.domain.shared.identifiers import written
from app.lang.person_words import CONTRACTS, FIELDS, LEAVINGS, STANDINGS, STATES
from app.lang.texts import Say

PHOTO_WIDTH = 32


@dataclass(frozen=True, slots=True)
class Turn:
    """A change in the file: from which day it holds, what it was, why and by whom."""

    day: date
    text: str
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class FilePaper:
    """What the file of a person says on paper.

    ``private`` is None where what is private is left out, and so is then the pay of ``contracts``.
    """

    employee: Employee
    profile: Profile
    day: date
    department: str = ""
    manager: str = ""
    photo: bytes = b""
    private: Private | None = None
    contracts: tuple[Contract, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    documents: tuple[tuple[date, str, str], ...] = ()
    turns: tuple[Turn, ...] = ()


def describe(paper: FilePaper, imprint: Imprint) -> Document:
    """Return the file of a person as it stands on a day."""
    return _Page(paper, imprint).document()


class _Page:
    """Writes one file for one reader."""

    def __init__(self, paper: FilePaper, imprint: Imprint) -> None:
        self._paper = paper
        self._imprint = imprint
        self._say = imprint.say
        self._formats = imprint.formats

    def document(self) -> Document:
        paper, say = self._paper, self._say
        company = self._imprint.company
        name = paper.profile.name.written
        facts = {
            say("Person"): name,
            say("Number"): paper.employee.number,
            say("As of"): self._day(paper.day),
            say("Printed"): self._day(self._imprint.printed_on),
        }
        title = say("Personnel file")
        return Document(
            language=say.language,
            title=title,
            name=f"{title} {name}",
            letterhead=Letterhead(company.name, letterhead.identifiers(company, say)),
            layout=Layout.REPORT,
            paper=letterhead.paper_of(company.country),
            facts=tuple(Fact(label, text) for label, text in facts.items() if text),
            blocks=tuple(self._blocks()),
            page_of=say("Page {page} of {pages}"),
        )

    def _blocks(self) -> Iterator[Block]:
        paper, say = self._paper, self._say
        yield from self._person()
        if paper.private is not None:
            yield Heading(say("Private facts"))
            yield _facts(self._private(paper.private))
        yield from self._grids()
        told = (
            say("This paper holds personal data. It is for the personnel office and the person.")
            if paper.private is not None
            else say("What is private is left out: it is printed for the personnel office alone.")
        )
        yield Paragraph(told, Tone.QUIET)

    def _person(self) -> Iterator[Block]:
        photo = self._paper.photo
        facts = _facts(self._facts())
        if photo:
            name = self._paper.profile.name.written
            shown = Figure(Picture(photo, name), PHOTO_WIDTH, Align.RIGHT)
            yield Beside((facts,), (shown,))
        else:
            yield facts

    def _facts(self) -> Iterator[tuple[str, str]]:
        say, paper = self._say, self._paper
        employee, profile = paper.employee, paper.profile
        yield say("Called"), profile.name.called
        yield say("Position"), profile.position
        yield say("Department"), paper.department
        yield say("Manager"), paper.manager
        yield say("Workplace"), profile.workplace
        yield say("Work e-mail"), profile.work_email
        yield say("Work phone"), profile.work_phone
        yield say("Employment"), self._span(employee.starts_on, employee.ends_on)
        yield say("Status"), say(STANDINGS[employee.standing(paper.day).value])
        if employee.leaving is not None:
            yield say("Left because"), say(LEAVINGS[employee.leaving.value])

    def _private(self, private: Private) -> Iterator[tuple[str, str]]:
        say, account = self._say, private.account
        iban = written("iban", account.iban) if account.iban else ""
        parts = (iban, account.bic, account.bank_code, account.number, account.holder)
        yield say("Identity number"), private.identity_number
        yield say("Born"), self._day(private.born_on)
        yield say("Nationality"), private.nationality
        country = self._imprint.company.country
        yield say("Home"), "\n".join(block(private.address, "", country)).strip()
        yield say("Home phone"), private.phone
        yield say("Home e-mail"), private.email
        yield say("Account"), "  ".join(part for part in parts if part)
        for one in private.emergency:
            told = (one.name, one.relation, one.phone)
            yield say("Emergency"), " · ".join(part for part in told if part)
        yield say("Health"), private.health
        yield say("Note"), private.note

    def _grids(self) -> Iterator[Block]:
        """Yield every part that has rows, under its heading."""
        say = self._say
        yield from _grid(say("Contracts"), self._contract_columns(), self._contracts())
        yield from self._belongings()
        columns = _columns(say("Checklist"), say("Done"), say("Date"))
        lists = (
            (one.name, f"{_done(one)} / {len(one.items)}", self._day(one.day))
            for one in self._paper.checklists
        )
        yield from _grid(say("Checklists"), columns, lists)
        columns = _columns(say("Document"), say("Type"), say("Date"))
        papers = ((title, kind, self._day(day)) for day, title, kind in self._paper.documents)
        yield from _grid(say("Documents"), columns, papers)
        columns = _columns(say("What changed"), say("Holds from"), say("Reason"), say("By"))
        turns = ((one.text, self._day(one.day), one.reason, one.who) for one in self._paper.turns)
        yield from _grid(say("Changes"), columns, turns)

    def _belongings(self) -> Iterator[Block]:
        say, paper = self._say, self._paper
        titles = (say("Qualification"), say("Issued by"), say("Issued"), say("Holds until"))
        skills = (
            (one.name, one.issuer, self._day(one.issued_on), self._day(one.expires_on))
            for one in paper.qualifications
        )
        yield from _grid(say("Qualifications"), _columns(*titles), skills)
        titles = (say("Equipment"), say("Serial number"), say("Handed out"), say("Came back"))
        things = (
            (one.name, one.serial, self._day(one.handed_on), self._day(one.returned_on))
            for one in paper.equipment
        )
        yield from _grid(say("Equipment"), _columns(*titles), things)

    def _contract_columns(self) -> tuple[Column, ...]:
        say = self._say
        columns = _columns(say("Position"), say("From – to"), say("Kind"), say("Status"))
        hours = Column(say("Hours a week"), Align.RIGHT)
        pay = (Column(say("Pay"), Align.RIGHT),) if self._paper.private is not None else ()
        return (*columns, hours, *pay)

    def _contracts(self) -> Iterator[Sequence[str]]:
        for one in self._paper.contracts:
            pay = pay_words(one.pay, self._say, self._formats) if one.pay else ""
            row = (
                one.position,
                self._span(one.starts_on, one.ends_on),
                self._say(CONTRACTS[one.kind.value]),
                self._say(STATES[one.state.value]),
                self._formats.decimal(one.hours),
            )
            yield (*row, pay) if self._paper.private is not None else row

    def _span(self, first: date, last: date | None) -> str:
        return f"{self._day(first)} – {self._day(last)}".strip()

    def _day(self, day: date | None) -> str:
        return self._formats.day(day) if day else ""


def change_words(field: str, before: str, after: str, say: Say) -> str:
    """Return in words what one fact of a person was before and after a change."""
    title = say(FIELDS[field])
    return f"{title}: {before or '–'} → {after or '–'}" if before or after else title


def _facts(some: Iterator[tuple[str, str]]) -> Facts:
    return Facts(tuple(Fact(label, text) for label, text in some if text))


def _columns(first: str, *others: str) -> tuple[Column, ...]:
    return (Column(first, weight=3), *(Column(title, weight=2) for title in others))


def _grid(
    title: str, columns: tuple[Column, ...], rows: Iterator[Sequence[str]]
) -> Iterator[Block]:
    """Yield a part with its heading, or nothing where it has no rows."""
    found = tuple(Row(tuple(one)) for one in rows)
    if found:
        yield Heading(title)
        yield Grid(columns, found)


def _done(checklist: Checklist) -> int:
    return sum(not is_open(item) for item in checklist.items)
