"""Tables are looked at, previewed, taken in all at once, and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.contacts.contact import Identifier
from app.domain.contacts.form import ContactForm, form_of
from app.domain.shared.ids import ContactId
from app.domain.shared.imports import (
    AlreadyTakenBack,
    ImportKind,
    Look,
    NotTheSameFile,
    Plan,
    Report,
    Source,
    TwinBy,
    UsedSince,
)
from app.domain.shared.paging import View
from app.formats.sheets import written
from app.formats.tables import NoSuchFile
from app.services import contacts, imports, products, table_sources
from app.services.office import Cancelled, Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from tests.customers import BUSINESS_IDS, table_of_customers


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "asiakkaat.csv"
    path.write_bytes(table_of_customers())
    return path


def looked_at(office: Office, path: Path, kind: ImportKind = ImportKind.CONTACTS) -> Look:
    return office.ask(imports.look, kind, Source(path))


def taken_in(office: Office, path: Path) -> Report:
    return office.do(imports.run, looked_at(office, path).plan).result


def count(office: Office) -> int:
    return len(office.ask(contacts.spine, View()))


def test_journey_two_takes_in_995_of_1000_customers(office: Office, table: Path) -> None:
    for number, twin in enumerate(BUSINESS_IDS, start=1):
        form = form_of(office.do(contacts.add, ContactForm(f"Vanha {number}")).result)
        known = office.ask(contacts.find, f"vanha {number}")[0].id
        identified = replace(form, identifiers=(Identifier("fi.business_id", twin),))
        office.do(contacts.change, known, 1, identified)

    plan = looked_at(office, table).plan
    preview = office.ask(imports.preview, plan)
    report = office.do(imports.run, plan).result

    assert (preview.fresh, preview.bad, preview.twins) == (995, report.bad, report.twins)
    assert (report.run.created, report.run.refused, report.run.twins) == (995, 3, 2)
    assert [(bad.row, bad.problems[0].field, bad.problems[0].code) for bad in report.bad] == [
        (18, "vat_id", "identifier.wrong-check-digit"),
        (43, "name", "contacts.without-name"),
        (101, "iban", "identifier.wrong-check-digit"),
    ]
    assert [(twin.row, twin.by, twin.other) for twin in report.twins] == [
        (201, TwinBy.IDENTIFIER, "Vanha 1"),
        (301, TwinBy.IDENTIFIER, "Vanha 2"),
    ]
    assert count(office) == 997


def test_a_second_import_creates_none_and_after_taking_back_all_again(
    office: Office, table: Path
) -> None:
    first = taken_in(office, table)
    office.do(imports.take_back, first.run.id)
    after_taking_back = (count(office), office.ask(contacts.find, "asiakas"))

    again = taken_in(office, table)
    third = taken_in(office, table)

    assert first.run.created == again.run.created == 997
    assert after_taking_back == (0, ())
    assert (third.run.created, third.run.twins, third.run.refused) == (0, 997, 3)
    assert {twin.by for twin in third.twins} == {TwinBy.WHOLE}
    assert count(office) == 997
    assert [run.created for run in office.ask(imports.runs)] == [0, 997, 997]


def test_cells_are_taken_in_as_they_are(office: Office, table: Path) -> None:
    taken_in(office, table)

    contact = office.ask(contacts.get, office.ask(contacts.find, "asiakas 0123")[0].id)

    assert (contact.number, contact.addresses[0].postcode) == ("1120", "00123")
    assert contact.addresses[0].country == "FI"


def test_an_import_that_is_cancelled_leaves_nothing(office: Office, table: Path) -> None:
    plan = looked_at(office, table).plan

    def stop_late(done: int, of: int) -> None:
        if done * 4 > of * 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        office.do_watched(stop_late, imports.run, plan)

    assert count(office) == 0
    assert office.ask(imports.runs) == ()


def test_what_was_changed_or_used_since_is_not_taken_back(office: Office, table: Path) -> None:
    report = taken_in(office, table)
    contact = office.ask(contacts.get, ContactId(office.ask(contacts.spine, View())[0]))
    office.do(contacts.change, contact.id, 1, replace(form_of(contact), note="calls"))

    with pytest.raises(UsedSince) as refused:
        office.do(imports.take_back, report.run.id)

    assert refused.value.facts == {"count": 1, "name": contact.name}
    assert count(office) == 997


def test_an_import_is_taken_back_only_once(office: Office, table: Path) -> None:
    report = taken_in(office, table)

    back = office.do(imports.take_back, report.run.id).result

    assert back.taken_back_at is not None
    with pytest.raises(AlreadyTakenBack):
        office.do(imports.take_back, report.run.id)


def test_a_file_that_changed_after_the_preview_is_refused(office: Office, table: Path) -> None:
    plan = looked_at(office, table).plan
    table.write_bytes(table.read_bytes() + b"\nmore")

    with pytest.raises(NotTheSameFile):
        office.do(imports.run, plan)


def test_a_look_shows_the_head_and_guesses_the_columns(office: Office, table: Path) -> None:
    look = looked_at(office, table)

    assert (look.encoding, look.delimiter, look.rows) == ("cp1252", ";", 1000)
    assert look.plan.columns == (
        "name",
        "business_id",
        "street",
        "postcode",
        "town",
        "vat_id",
        "iban",
    )
    assert look.header[0] == "Nimi"
    assert len(look.sample) == table_sources.SAMPLE


def test_columns_are_remembered_from_the_last_import_of_the_same_headings(office: Office) -> None:
    pasted = b"Who\tWhere\nAamu\tTampere\n"
    look = office.ask(imports.look, ImportKind.CONTACTS, Source(), pasted)
    plan = replace(look.plan, columns=("name", "town"))
    office.do(imports.run, plan, pasted)

    again = office.ask(imports.look, ImportKind.CONTACTS, Source(), b"WHO;where\nIlta;Turku\n")

    assert look.plan.columns == ("", "")
    assert again.plan.columns == ("name", "town")


def test_a_paste_of_5000_lines_is_taken_in(office: Office) -> None:
    lines = ["Name\tEmail", *(f"Firm {no}\tinfo@firm{no}.example" for no in range(5000))]
    pasted = "\n".join(lines).encode()
    plan = office.ask(imports.look, ImportKind.CONTACTS, Source(), pasted).plan

    report = office.do(imports.run, plan, pasted).result

    assert (report.run.created, report.run.name) == (5000, table_sources.PASTED)


def test_a_table_without_headings_is_taken_in_from_its_first_row(office: Office) -> None:
    pasted = b"Aamu;aamu@x.example\nIlta;ilta@x.example\n"
    look = office.ask(imports.look, ImportKind.CONTACTS, Source(), pasted)
    plan = replace(look.plan, columns=("name", "email"))

    report = office.do(imports.run, plan, pasted).result

    assert (look.plan.has_header, report.run.created) == (False, 2)


def test_rows_of_one_table_that_say_the_same_become_one(office: Office) -> None:
    pasted = (
        b"Name;VAT;City;No\n"
        b"A;FI20774740;Turku;\n"
        b"A;FI20774740;Turku;\n"
        b"B;FI20774740;Turku;\n"
        b"C;;Turku;5\n"
        b"D;;Turku;5\n"
    )
    plan = office.ask(imports.look, ImportKind.CONTACTS, Source(), pasted).plan

    report = office.do(imports.run, plan, pasted).result

    assert [(twin.row, twin.by, twin.same_row) for twin in report.twins] == [
        (3, TwinBy.WHOLE, 2),
        (4, TwinBy.IDENTIFIER, 2),
    ]
    assert [(bad.row, bad.problems[0].code) for bad in report.bad] == [(6, "imports.number-twice")]
    assert report.run.created == 2


def test_a_namesake_in_the_same_town_is_there_already_unless_its_numbers_differ(
    office: Office,
) -> None:
    pasted = b"Name;VAT;City\nAamu;;Turku\nIlta;FI20774740;Turku\n"
    plan = office.ask(imports.look, ImportKind.CONTACTS, Source(), pasted).plan
    office.do(imports.run, plan, pasted)
    more = b"Name;VAT;City\nAAMU;;turku\nAamu;;Tampere\nIlta;FI12345671;Turku\nIlta;;Turku\n"
    plan = office.ask(imports.look, ImportKind.CONTACTS, Source(), more).plan

    report = office.do(imports.run, plan, more).result

    assert [(twin.row, twin.by) for twin in report.twins] == [(2, TwinBy.NAME), (5, TwinBy.NAME)]
    assert report.run.created == 2


def test_branches_of_one_thai_tax_id_are_several_contacts(office: Office) -> None:
    pasted = (
        "Name;Tax ID;Country;Branch no\n"
        "สยาม;0105560001235;TH;00000\n"
        "สยาม ภูเก็ต;0105560001235;TH;00001\n"
    ).encode()
    plan = office.ask(imports.look, ImportKind.CONTACTS, Source(), pasted).plan
    office.do(imports.run, plan, pasted)
    more = pasted.replace(b"00001", b"00002") + b"x;0105560001235;TH;00001\n"
    plan = office.ask(imports.look, ImportKind.CONTACTS, Source(), more).plan

    preview = office.ask(imports.preview, plan, more)

    assert (preview.fresh, [twin.row for twin in preview.twins]) == (1, [2, 4])


def test_a_number_of_somebody_else_is_a_reason_and_new_numbers_go_around_it(office: Office) -> None:
    office.do(contacts.add, ContactForm("Vanha", number="1001"))
    pasted = b"Name;No\nA;1001\nB;\nC;1002\n"
    plan = office.ask(imports.look, ImportKind.CONTACTS, Source(), pasted).plan

    report = office.do(imports.run, plan, pasted).result

    assert [bad.problems[0].facts["name"] for bad in report.bad] == ["Vanha"]
    assert [row.number for row in office.ask(contacts.find, "c")] == ["1002"]
    assert [row.number for row in office.ask(contacts.find, "b")] == ["1003"]


def test_defaults_fill_what_a_table_does_not_say(office: Office) -> None:
    pasted = b"Name\nA\n"
    plan = office.ask(imports.look, ImportKind.CONTACTS, Source(), pasted).plan

    office.do(imports.run, replace(plan, defaults={"roles": "supplier"}), pasted)

    assert len(office.ask(contacts.spine, View(only=("supplier",)))) == 1


def test_products_are_taken_in_from_a_spreadsheet(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "tuotteet.xlsx"
    rows = [
        ("Tuotekoodi", "Nimike", "ALV %", "Veroton hinta", "Yksikkö", "Viivakoodi"),
        ("0042", "Vempain", "25,5", "129,90", "kpl", "6412345678907"),
        ("0043", "Kirja", "13,5", "10", "kpl", ""),
        ("0042", "Toinen", "25,5", "1", "kpl", ""),
        ("0044", "Väärä", "99", "1", "kpl", "6412345678908"),
    ]
    path.write_bytes(written(rows, "Tuotteet"))
    plan = looked_at(office, path, ImportKind.PRODUCTS).plan

    report = office.do(imports.run, plan).result
    book = office.ask(products.by_code_or_gtin, "0043")

    assert (report.run.created, report.run.twins, report.run.refused) == (2, 1, 1)
    assert [problem.field for problem in report.bad[0].problems] == ["vat", "gtin"]
    assert book is not None and (book.vat, str(book.price)) == ("reduced", "10")
    office.do(imports.take_back, report.run.id)
    assert office.ask(products.find, "kirja") == ()


def test_who_may_not_change_contacts_may_not_import_them(office: Office) -> None:
    role = Role("importer", frozenset({Permission.OFFICE_IMPORT}))
    guest = Office(office.database, office.clock, Actor("Guest", role))
    pasted = b"Name\nA\n"
    plan = Plan(ImportKind.CONTACTS, Source(), ("name",))

    with pytest.raises(NotAllowed):
        guest.do(imports.run, plan, pasted)


def test_a_file_that_is_gone_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        looked_at(office, tmp_path / "gone.csv")
