"""What was handed out as a table comes in again as it was."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.contacts.address import Address
from app.domain.contacts.contact import (
    BankAccount,
    Identifier,
    Kind,
    Point,
    PointKind,
    Role,
    Terms,
)
from app.domain.contacts.form import ContactForm, form_of
from app.domain.products.form import ProductForm
from app.domain.products.form import form_of as form_of_product
from app.domain.shared.ids import ContactId, ProductId
from app.domain.shared.imports import ImportKind, Source
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.quantities import UnitPrice
from app.lang.texts import LANGUAGES
from app.services import contacts, exports, imports, products
from app.services.office import Cancelled, Office
from app.storage.exports import AlreadyThere, CannotWrite

AAMU = ContactForm(
    '=Kahvila; "Aamu"',
    kind=Kind.PERSON,
    roles=frozenset({Role.CUSTOMER, Role.SUPPLIER}),
    number="0042",
    addresses=(Address("Hämeenkatu 1", "C 5", "00100", "Helsinki", "Uusimaa", "FI"),),
    points=(
        Point(PointKind.EMAIL, "a@aamu.example"),
        Point(PointKind.EMAIL, "b@aamu.example"),
        Point(PointKind.PHONE, "+358 40 123 4567"),
    ),
    identifiers=(
        Identifier("fi.business_id", "20774740"),
        Identifier("fi.vat", "FI20774740"),
        Identifier("fi.ovt", "003720774740"),
    ),
    accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
    terms=Terms(30, Money(123_450, "EUR"), "sv"),
    note="rings twice",
)
GADGET = ProductForm(
    "0-1",
    {"fi": "Vempain", "th": "อุปกรณ์"},
    "kpl",
    "reduced",
    UnitPrice(Decimal("1234.565")),
    "EUR",
    is_gross=True,
    gtin="6412345678907",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_contacts_come_in_again_as_they_went_out(
    office: Office, tmp_path: Path, language: str, ending: str
) -> None:
    contact = office.do(contacts.add, AAMU).result
    target = tmp_path / f"list{ending}"

    written = office.ask(exports.contacts, View(), target, language)
    with office.database.write() as unit:
        unit.contacts.remove_all([contact.id])
    look = office.ask(imports.look, ImportKind.CONTACTS, Source(target))
    report = office.do(imports.run, look.plan).result

    (found,) = office.ask(contacts.spine, View())
    again = form_of(office.ask(contacts.get, ContactId(found)))
    assert (written.rows, report.run.created, report.bad) == (1, 1, ())
    assert replace(again, name=again.name.removeprefix("'")) == form_of(contact)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_products_come_in_again_as_they_went_out(
    office: Office, tmp_path: Path, ending: str
) -> None:
    product = office.do(products.add, GADGET).result
    target = tmp_path / f"list{ending}"

    office.ask(exports.products, View(), target)
    with office.database.write() as unit:
        unit.products.remove_all([product.id])
    look = office.ask(imports.look, ImportKind.PRODUCTS, Source(target))
    report = office.do(imports.run, look.plan).result

    (found,) = office.ask(products.spine, View())
    again = form_of_product(office.ask(products.get, ProductId(found)))
    assert (report.run.created, report.bad) == (1, ())
    assert again == GADGET


def test_no_cell_of_an_export_can_run(office: Office, tmp_path: Path) -> None:
    office.do(contacts.add, replace(AAMU, name="=cmd|' /C calc'!A0", note="@SUM(A1)"))
    target = tmp_path / "list.csv"

    office.ask(exports.contacts, View(), target)

    text = target.read_text("utf-8-sig")
    assert "'=cmd|" in text
    assert ";'@SUM" in text


def test_only_the_list_that_was_asked_for_is_written_in_its_order(
    office: Office, tmp_path: Path
) -> None:
    for name in ("Ilta", "Aamu", "Yö"):
        office.do(contacts.add, ContactForm(name))
    target = tmp_path / "list.csv"

    office.ask(exports.contacts, View(sort="name", is_descending=True), target)

    lines = target.read_text("utf-8-sig").splitlines()[1:]
    assert [line.split(";")[1] for line in lines] == ["Yö", "Ilta", "Aamu"]


def test_a_file_that_is_there_is_not_overwritten_unasked(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"mine")

    with pytest.raises(AlreadyThere):
        office.ask(exports.contacts, View(), target)
    office.ask(exports.contacts, View(), target, replace=True)

    assert target.read_bytes() != b"mine"


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_an_export_tells_how_far_it_is_and_leaves_nothing_when_it_is_stopped(
    office: Office, tmp_path: Path, ending: str
) -> None:
    office.do(contacts.add, AAMU)
    target = tmp_path / f"list{ending}"
    target.write_bytes(b"old")
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        raise Cancelled

    with pytest.raises(Cancelled):
        office.ask_watched(stop, exports.contacts, View(), target, replace=True)

    assert told == [(0, 1)]
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir() if "list" in file.name] == [target.name]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_folder_that_cannot_be_written_to_is_refused_in_a_sentence(
    office: Office, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / "nowhere" / f"list{ending}"

    with pytest.raises(CannotWrite) as refused:
        office.ask(exports.contacts, View(), target)

    assert refused.value.facts["file"] == str(target)
