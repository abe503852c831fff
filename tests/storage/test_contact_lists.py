"""Lists of contacts are in order, and who is alike is found."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from sqlalchemy import event

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact, Point, PointKind, Role
from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId
from app.domain.shared.paging import UnknownSort, View
from app.storage.database import Database
from tests.builders import a_contact
from tests.databases import on_sqlite

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def written(database: Database, *contacts: Contact) -> None:
    with database.write() as unit:
        unit.contacts.add_all(contacts, NOW)


def names_of(database: Database, view: View) -> list[str]:
    with database.read() as unit:
        return [row.name for row in unit.contact_lists.rows(unit.contact_lists.spine(view))]


def test_the_list_is_in_the_order_of_the_dictionary(database: Database) -> None:
    written(database, *(a_contact(name) for name in ("zebra", "Äiti", "Aamu 10", "aamu 2", "Öljy")))

    assert names_of(database, View()) == ["aamu 2", "Aamu 10", "Äiti", "Öljy", "zebra"]
    assert names_of(database, View(sort="name", is_descending=True))[0] == "zebra"


def test_numbers_sort_by_value_and_other_numbers_last(database: Database) -> None:
    written(database, *(a_contact(number, number=number) for number in ("X1", "900", "1001", "12")))

    assert names_of(database, View(sort="number")) == ["12", "900", "1001", "X1"]


def test_towns_and_the_order_of_arrival_sort_too(database: Database) -> None:
    towns = ("Turku", "Espoo", "Tampere")
    written(database, *(a_contact(town, addresses=(Address(town=town),)) for town in towns))

    assert names_of(database, View(sort="town")) == ["Espoo", "Tampere", "Turku"]
    assert names_of(database, View(sort="added")) == list(towns)


def test_a_list_by_an_unknown_column_is_refused(database: Database) -> None:
    with database.read() as unit, pytest.raises(UnknownSort):
        unit.contact_lists.spine(View(sort="shoe size"))


def test_roles_and_the_archive_are_states_of_the_list(database: Database) -> None:
    written(
        database,
        a_contact("customer"),
        a_contact("both", Role.CUSTOMER, Role.SUPPLIER),
        a_contact("supplier", Role.SUPPLIER),
        a_contact("gone", is_archived=True),
    )

    assert names_of(database, View()) == ["both", "customer", "supplier"]
    assert names_of(database, View(only=("customer",))) == ["both", "customer"]
    assert names_of(database, View(only=("supplier",))) == ["both", "supplier"]
    assert names_of(database, View(only=("archived",))) == ["gone"]


def test_a_row_shows_the_first_point_of_each_kind_and_the_billing_town(database: Database) -> None:
    contact = a_contact(
        number="7",
        points=(
            Point(PointKind.EMAIL, "first@aamu.example"),
            Point(PointKind.EMAIL, "second@aamu.example"),
            Point(PointKind.PHONE, "040 1"),
        ),
    )
    written(database, contact)

    with database.read() as unit:
        (row,) = unit.contact_lists.rows([contact.id, ContactId(5)])

    assert row == ContactRow(
        id=contact.id,
        number="7",
        name=contact.name,
        kind=contact.kind,
        roles=contact.roles,
        town="Tampere",
        country="FI",
        is_archived=False,
        email="first@aamu.example",
        phone="040 1",
    )


def test_the_first_page_is_the_head_of_the_spine(database: Database) -> None:
    written(database, *(a_contact(f"Customer {no}") for no in range(30)))

    with database.read() as unit:
        spine = unit.contact_lists.spine(View())
        first = unit.contact_lists.first(View(), 10)
        among = unit.contact_lists.spine(View(), among=spine[3:5])

    assert first == spine[:10]
    assert list(among) == list(spine[3:5])


def test_the_next_number_follows_the_highest_of_digits_only(database: Database) -> None:
    with database.read() as unit:
        assert unit.contact_lists.next_number() == 1001
    written(database, a_contact(number="1500"), a_contact(number="X9000"), a_contact(number="9"))

    with database.read() as unit:
        assert unit.contact_lists.next_number() == 1501
        assert unit.contact_lists.with_number("X9000") is not None
        assert unit.contact_lists.with_number("x") is None
        assert unit.contact_lists.numbered(["9", "10"]).keys() == {"9"}


@pytest.mark.parametrize(
    "twin",
    [
        a_contact("kahvila aamu oy", points=(), identifiers=(), accounts=()),
        a_contact("Other 1", points=(), accounts=()),
        a_contact("Other 2", points=(), identifiers=()),
        a_contact("Other 3", points=(Point(PointKind.PHONE, "0401234567"),), identifiers=()),
        a_contact("Other 4", points=(Point(PointKind.EMAIL, "MAIJA@aamu.example"),), accounts=()),
    ],
    ids=lambda contact: contact.name,
)
def test_a_shared_name_number_account_phone_or_mail_makes_a_candidate(
    database: Database, twin: Contact
) -> None:
    known = a_contact()
    stranger = a_contact("Stranger", points=(), identifiers=(), accounts=())
    written(database, known, stranger)

    with database.read() as unit:
        assert unit.contact_lists.sharing(twin) == (known.id,)
        assert unit.contact_lists.sharing(known) == ()


def test_a_postcode_names_the_town_most_contacts_have_there(database: Database) -> None:
    towns = ("Tampere", "Tampere", "Tampre")
    addresses = [Address(postcode="33100", town=town, country="FI") for town in towns]
    written(database, *(a_contact(addresses=(address,)) for address in addresses))

    with database.read() as unit:
        assert unit.contact_lists.town_of("FI", "33100") == "Tampere"
        assert unit.contact_lists.town_of("SE", "33100") == ""


@on_sqlite
@pytest.mark.parametrize(
    "view", [View(), View(sort="number", is_descending=True), View(only=("customer",), sort="town")]
)
def test_a_list_is_read_from_an_index_alone_and_needs_no_sorting(
    database: Database, view: View
) -> None:
    asked: list[str] = []
    with database.read() as unit:
        event.listen(unit.connection, "before_cursor_execute", partial(_note, asked))
        unit.contact_lists.spine(view)
        given = (1,) * asked[0].count("?")
        plan = unit.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0]}", given)
        steps = " ".join(row[-1] for row in plan)

    assert "USING COVERING INDEX" in steps
    assert "TEMP B-TREE" not in steps


def _note(asked: list[str], *told: object) -> None:
    asked.append(str(told[2]))
