"""Copies of personal data: all that is kept of one person, for the person who asks (GDPR 15, 20).

A ZIP archive holds a paper that a person can read, a letter, the data as JSON, and the documents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from app.documents.accounting import Imprint
from app.documents.person_copies import Deed, Line, PersonPaper, Section, answer, describe
from app.domain.admin.erasure_plan import Staying
from app.domain.archive.row import DocumentRow
from app.domain.contacts.address import block
from app.domain.contacts.contact import Contact, Kind
from app.domain.contacts.findable import KIND as CONTACT
from app.domain.employees.employee import KIND as EMPLOYEE
from app.domain.employees.employee import EmployeeRecord, Private
from app.domain.shared.codec import plain
from app.domain.shared.ids import ContactId, DocumentId, EmployeeId, day_of
from app.formats.bundles import bundled
from app.lang.command_words import command_text
from app.lang.erasure_words import WHAT
from app.lang.formats import Formats, formats_in
from app.lang.texts import say_in
from app.services import filing
from app.services.employees import access_log
from app.services.eraser import Eraser
from app.services.office import Desk
from app.services.permissions import Permission, command
from app.storage.exports import hand_out
from app.storage.person_rows import Found

MOST = 5000
"""How many documents one copy holds."""

CODES = {
    "note": "notes",
    "follow_up": "follow-ups",
    "time_week": "hours",
    "leave_request": "leave",
    "expense_claim": "expense-claim",
    "own_change": "own-changes",
}
"""The codes of tables that the words of erasure call otherwise."""

DAYS = (
    *("issued_on", "paid_on", "ordered_on", "dated_on", "received_on", "starts_on", "first_on"),
    *("week_on", "monday", "handed_on", "written_at", "asked_at", "made_at", "at", "on", "day"),
)
TEXTS = (
    *("subject", "title", "text", "purpose", "position", "name", "customer_name", "note"),
    *("payer", "reference"),
)
AMOUNTS = ("gross_minor", "amount_minor")


@command(Permission.PRIVACY_EXPORT, audited=False)
def contact(
    desk: Desk,
    contact_id: ContactId,
    target: Path,
    language: str = "",
    replace: bool = False,  # noqa: FBT001, FBT002  a script names it
) -> Path:
    """Write all that is kept of a contact into a ZIP archive; raises NotFound, Exists.

    The audit notes of whom a copy was made, and not under which name.
    """
    one = desk.store.contacts.get(contact_id)
    copier = Copier(desk, language or one.terms.language)
    found = desk.store.person_rows.of_contact(contact_id)
    stays = Eraser(desk, contact_id).plan().stays if one.kind is Kind.PERSON else ()
    paper = copier.paper(
        (one.name, one.number), copier.card(one), found, stays, f"{CONTACT}:{contact_id}"
    )
    data = {"card": plain(one), "records": found}
    hand_out([copier.bundle(paper, data, CONTACT, contact_id)], target, replace=replace)
    desk.note("person_copies.contact", contact_id, desk.store.changes.taken())
    return target


@command(Permission.PRIVACY_EXPORT, audited=False)
def employee(
    desk: Desk,
    employee_id: EmployeeId,
    target: Path,
    language: str = "",
    replace: bool = False,  # noqa: FBT001, FBT002  a script names it
) -> Path:
    """Write all that is kept of an employee, what is private too, into a ZIP archive.

    Raises NotFound, Exists, and BehindWall where the asker may not read what is private.
    """
    desk.store.wall.require()
    store, head = desk.store, desk.store.employees.get(employee_id)
    record = store.employees.record_on(employee_id, desk.today)
    copier = Copier(desk, language or record.profile.language)
    found = store.person_rows.of_employee(employee_id)
    private = {
        "records": store.employees.records(employee_id),
        "contracts": store.contracts.of(employee_id),
        "pay_items": store.pay_items.of(employee_id),
        "tax_cards": store.tax_cards.of(employee_id),
        "payslips": store.payslips.of_person(employee_id),
        "own_changes": store.own_changes.of(employee_id),
        "shown_to": access_log(desk, employee_id),
    }
    told = {name: [plain(each) for each in some] for name, some in private.items()}
    name = (record.profile.name.written, head.number)
    paper = copier.paper(name, copier.person(record), found, (), f"{EMPLOYEE}:{employee_id}")
    data = {"card": plain(head), "private": told, "records": found}
    hand_out([copier.bundle(paper, data, EMPLOYEE, employee_id)], target, replace=replace)
    desk.note("person_copies.employee", employee_id, desk.store.changes.taken())
    return target


class Copier:
    """Writes the copy of one person's data at one desk, in one language."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._desk = desk
        self._store = desk.store
        company = desk.store.company.get()
        spoken = language or company.language
        formats = formats_in(spoken, company.country)
        self._imprint = Imprint(company, say_in(spoken), formats, desk.today)

    def card(self, one: Contact) -> tuple[tuple[str, str], ...]:
        """Return what the card of a contact says, by the words for it."""
        say, country = self._imprint.say, self._imprint.company.country
        homes, points, accounts = (say(WHAT[one]) for one in ("addresses", "points", "identifiers"))
        addresses = ("\n".join(block(each, "", country)).strip() for each in one.addresses)
        numbers = (
            *(each.value for each in one.identifiers),
            *(f"{each.iban} {each.bic}".strip() for each in one.accounts),
        )
        return (
            (homes, "\n\n".join(addresses)),
            (points, "\n".join(f"{p.value} {p.label}".strip() for p in one.points)),
            (accounts, "\n".join(numbers)),
            (say("Note"), one.note),
        )

    def person(self, record: EmployeeRecord) -> tuple[tuple[str, str], ...]:
        """Return what the newest record of an employee says, what is private too."""
        say, private = self._imprint.say, record.private or Private()
        home = "\n".join(block(private.address, "", self._imprint.company.country)).strip()
        born = self._imprint.formats.day(private.born_on) if private.born_on else ""
        return (
            (say("Position"), record.profile.position),
            (say("Work e-mail"), record.profile.work_email),
            (say("Work phone"), record.profile.work_phone),
            (say("Identity number"), private.identity_number),
            (say("Born"), born),
            (say("Nationality"), private.nationality),
            (say("Home"), home),
            (say("Home phone"), private.phone),
            (say("Home e-mail"), private.email),
            (say("Account"), private.account.iban),
            (say("Health"), private.health),
            (say("Note"), private.note),
        )

    def paper(
        self,
        name: tuple[str, str],
        facts: tuple[tuple[str, str], ...],
        found: Found,
        stays: tuple[Staying, ...],
        source: str,
    ) -> PersonPaper:
        """Return the paper of a person with these rows."""
        kind = source.partition(":")[0]
        told = self._store.person_rows.log(_records(found, kind))
        say = self._imprint.say
        deeds = tuple(Deed(one.at.date(), one.who, command_text(one.command, say)) for one in told)
        return PersonPaper(
            *name, facts, tuple(_sections(found, self._imprint.formats)), stays, deeds
        )

    def bundle(self, paper: PersonPaper, data: dict[str, Any], kind: str, record: int) -> bytes:
        """Return the paper, the letter, the data and the documents as one archive."""
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        shown = filing.belonging(self._desk, f"{kind}:{record}", MOST)
        log = [plain(one) for one in paper.deeds]
        papers = [{"id": one.id, "title": one.title} for one in shown]
        whole = {**data, "documents": papers, "log": log}
        text = json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1)
        files = (
            ("personal-data.pdf", render(describe(paper, self._imprint))),
            ("letter.txt", answer(paper, self._imprint).encode()),
            ("data.json", text.encode()),
        )
        return bundled((*files, *self._documents(shown)))

    def _documents(self, shown: Iterable[DocumentRow]) -> Iterator[tuple[str, bytes]]:
        for row in shown:
            document = self._store.documents.get(DocumentId(row.id))
            file = self._store.archive.get(document.file_id)
            content = b"".join(self._store.archive.read(document.file_id))
            yield f"documents/{row.id}-{file.file_name()}", content


def _records(found: Found, kind: str) -> Iterator[str]:
    """Yield the records of a person as the audit names them."""
    for table, rows in found.items():
        for row in rows:
            if "id" in row:
                yield f"{kind if table == kind else AUDITED.get(table, table)}:{row['id']}"
            elif table == "employee_record":
                yield f"employee_record:{row['employee_id']}.{row['number']}"


AUDITED = {
    "sales_order": "order",
    "letter_in": "letter-in",
    "letter_out": "letter-out",
    "recurring_plan": "plan",
    "draft_bill": "draft-bill",
    "leave_request": "leave-request",
    "expense_claim": "expense-claim",
}
"""What the audit calls the records of tables that it names otherwise."""


def _sections(found: Found, formats: Formats) -> Iterator[Section]:
    """Yield the records of each kind that has a word, as lines."""
    for table, rows in found.items():
        code = CODES.get(table, table)
        if code in WHAT:
            yield Section(code, tuple(_line(row, formats) for row in rows))


def _line(row: Mapping[str, Any], formats: Formats) -> Line:
    day = next((date.fromisoformat(row[name][:10]) for name in DAYS if row.get(name)), None)
    text = next((str(row[name]) for name in TEXTS if row.get(name)), "")
    minor = next((row[name] for name in AMOUNTS if row.get(name)), None)
    amount = formats.money(minor, row["currency"]) if minor and row.get("currency") else ""
    made = day_of(row["id"]) if "id" in row else None
    return Line(day or made, str(row.get("number") or ""), text, amount)
