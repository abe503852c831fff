"""The log is printed with who, when, old and new, and the proof that it is whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from app.documents.accounting import Imprint
from app.documents.audit_log import LONGEST, Proof, describe
from app.documents.model import Document, Grid, Paragraph, RowKind
from app.domain.admin.company import Company
from app.domain.admin.log import Change, FieldChange, LogEntry, LogWanted, RecordChange
from app.domain.shared.codec import Json
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import FINNISH, THAI

EURO: dict[str, Json] = {"amount": "1250.00", "currency": "EUR"}
AT = datetime.combine(date(2026, 3, 9), time(10, 15)).astimezone()
MARCH = LogWanted(date(2026, 3, 1), date(2026, 3, 31), who="Anna")
WHOLE = Proof(43)
ENTRIES = (
    LogEntry(
        id=41,
        at=AT,
        who="Anna",
        command="contacts.change",
        refused="",
        proof="a73f8b94",
        reason="The customer moved",
        changes=(
            RecordChange(
                "contact:12",
                "2001 · Kahvila Aamu Oy",
                Change.CHANGED,
                (
                    FieldChange(("addresses", 1, "town"), "Turku", "Oulu"),
                    FieldChange(("credit_limit",), None, EURO),
                    FieldChange(("is_archived",), None, after=True),
                ),
                more=2,
            ),
        ),
        more=1,
    ),
    LogEntry(42, AT, "Anna", "invoices.issue", "invoices.not-a-draft", "0c6f1e22"),
    LogEntry(
        id=43,
        at=AT,
        who="Anna",
        command="contracts.draft",
        refused="",
        proof="9bb1d02a",
        changes=(RecordChange("contract:7", "", Change.ADDED, is_private=True),),
        is_private=True,
    ),
)


def imprint_of(company: Company) -> Imprint:
    formats = formats_in(company.language, company.country)
    day = date(2026, 4, 1)
    return Imprint(company, say_in(company.language), formats, day, "43 · 9bb1d02a")


def a_log(company: Company = FINNISH, proof: Proof = WHOLE) -> Document:
    """Return the log of March as it is printed."""
    return describe(ENTRIES, MARCH, proof, imprint_of(company))


def grid_of(document: Document) -> Grid:
    return next(one for one in document.blocks if isinstance(one, Grid))


def test_each_entry_is_a_heading_with_what_changed_below_it() -> None:
    heads = [row.cells[0] for row in grid_of(a_log()).rows if row.kind is RowKind.HEADING]
    cells = [row.cells for row in grid_of(a_log()).rows]

    assert heads[0].startswith("41 · ")
    assert heads[0].endswith("Anna · Yhteystiedon muuttaminen · a73f8b94")
    assert ("Osoitteet 1 · Postitoimipaikka", "Turku", "Oulu") in cells
    assert any(one[1:] == ("", "1 250,00 €".replace(" ", "\u00a0")) for one in cells)


def test_reason_refusal_and_what_is_private_are_told() -> None:
    told = [row.cells[0] for row in grid_of(a_log()).rows]

    assert "Syy: The customer moved" in told
    assert any(one.startswith("Evätty: ") for one in told)
    assert "Kirjattu sisältö on yksityistä." in told
    assert "2 kenttää lisää" in told
    assert "1 tietue lisää" in told


def test_the_head_says_what_the_log_was_narrowed_to_and_the_foot_its_anchor() -> None:
    document = a_log()
    facts = {fact.label: fact.value for fact in document.facts}

    assert facts["Kausi"] == "1.3.2026 – 31.3.2026"
    assert facts["Kuka"] == "Anna"
    assert "43 · 9bb1d02a" in document.footer[0][0]


def test_the_paper_says_whether_the_chain_holds() -> None:
    whole, broken = a_log(), a_log(proof=Proof(43, first_wrong=17))
    texts = [one.text for one in (whole.blocks[0], broken.blocks[0]) if isinstance(one, Paragraph)]

    assert texts[0] == "Loki tarkistettiin: sen 43 merkintää ovat ehjät."
    assert "17" in texts[1]


def test_a_log_of_nothing_says_so() -> None:
    document = describe((), LogWanted(record="contact:7"), Proof(0), imprint_of(THAI))

    assert not any(isinstance(one, Grid) for one in document.blocks)


def test_a_long_value_is_cut() -> None:
    fields = (FieldChange(("note",), None, "x" * (LONGEST + 50)),)
    change = RecordChange("contact:1", "", Change.ADDED, fields)
    entry = replace(ENTRIES[0], changes=(change,))

    document = describe((entry,), LogWanted(), Proof(1), imprint_of(FINNISH))

    longest = max((row.cells[2] for row in grid_of(document).rows), key=len)
    assert longest == "x" * LONGEST + "…"


def test_long_values_are_shown_from_where_they_differ() -> None:
    same = "ก้" * LONGEST
    fields = (FieldChange(("note",), same + "old", same + "new"),)
    change = RecordChange("contact:1", "", Change.CHANGED, fields)
    entry = replace(ENTRIES[0], changes=(change,))

    document = describe((entry,), LogWanted(), Proof(1), imprint_of(FINNISH))

    ((before, after),) = [row.cells[1:] for row in grid_of(document).rows if row.cells[1]]
    assert before.endswith("old")
    assert after.endswith("new")
    assert before.startswith("…ก้")
    assert len(after) < LONGEST


def test_a_value_without_a_field_is_called_a_value() -> None:
    change = RecordChange("series:1", "", Change.CHANGED, (FieldChange((), 0, 1),))
    entry = replace(ENTRIES[0], changes=(change,))

    document = describe((entry,), LogWanted(), Proof(1), imprint_of(FINNISH))

    assert ("Arvo", "0", "1") in [row.cells for row in grid_of(document).rows]


def test_what_is_said_of_an_entry_stands_across_and_is_cut() -> None:
    entry = replace(ENTRIES[0], reason="why " * 200)

    document = describe((entry,), LogWanted(), Proof(1), imprint_of(FINNISH))

    (note,) = [row for row in grid_of(document).rows if "why" in row.cells[0]]
    assert note.kind is RowKind.NOTE
    assert note.cells[0].endswith("why…")


def test_a_record_is_named_as_its_entries_name_it() -> None:
    facts = {}
    for record in ("contact:12", "contact:99"):
        wanted = LogWanted(record=record)
        document = describe(ENTRIES, wanted, WHOLE, imprint_of(FINNISH))
        facts[record] = {fact.label: fact.value for fact in document.facts}["Tietue"]

    assert facts["contact:12"].endswith(" 2001 · Kahvila Aamu Oy")
    assert facts["contact:99"].endswith(" 99")
