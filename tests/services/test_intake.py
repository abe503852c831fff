"""Rows of a table are sorted into fresh ones, bad ones and those that are there already."""

from __future__ import annotations

from app.domain.shared.imports import ImportKind, Plan, Source, Table, TwinBy
from app.services.contact_intake import ContactIntake
from app.services.intake import Sorted, sort_rows
from app.services.office import Desk, Office
from app.services.permissions import Permission, query
from app.services.product_intake import ProductIntake


@query(Permission.OFFICE_IMPORT)
def sorted_contacts(desk: Desk, rows: tuple[tuple[str, ...], ...]) -> object:
    plan = Plan(ImportKind.CONTACTS, Source(), ("name", "vat_id", "credit_limit"))
    return sort_rows(ContactIntake(desk, ","), plan, Table("", rows), desk)


@query(Permission.OFFICE_IMPORT)
def sorted_products(desk: Desk, rows: tuple[tuple[str, ...], ...]) -> object:
    plan = Plan(ImportKind.PRODUCTS, Source(), ("code", "name", "gtin"), has_header=False)
    return sort_rows(ProductIntake(desk, ","), plan, Table("", rows), desk)


def asked(office: Office, *rows: tuple[str, ...]) -> Sorted[object]:
    found = office.ask(sorted_contacts, rows)
    assert isinstance(found, Sorted)
    return found


def test_rows_count_from_the_heading_and_empty_ones_are_passed_over(office: Office) -> None:
    found = asked(office, ("Name", "", ""), ("A", "", ""), ("", " ", ""), ("B", "", ""))

    assert [one.row for one in found.fresh] == [2, 4]
    assert (found.bad, found.twins) == ((), ())


def test_a_row_with_several_problems_tells_them_all_once_each(office: Office) -> None:
    found = asked(office, ("Name", "", ""), ("", "FI12345670", "plenty"))

    (bad,) = found.bad
    assert sorted(one.field for one in bad.problems) == ["credit_limit", "name", "vat_id"]


def test_a_warning_keeps_no_row_out(office: Office) -> None:
    plan_rows = (("Name", "", ""), ("A", "", "1"))

    assert len(asked(office, *plan_rows).fresh) == 1


def test_products_repeat_by_code_and_by_gtin(office: Office) -> None:
    rows = (
        ("A", "one", "6412345678907"),
        ("a", "two", ""),
        ("B", "three", "6412345678907"),
        ("C", "four", ""),
    )

    found = office.ask(sorted_products, rows)

    assert isinstance(found, Sorted)
    assert [one.row for one in found.fresh] == [1, 4]
    assert [(twin.row, twin.by, twin.same_row) for twin in found.twins] == [
        (2, TwinBy.CODE, 1),
        (3, TwinBy.GTIN, 1),
    ]
