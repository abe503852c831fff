from __future__ import annotations

from app.formats.packs import pack
from app.services import tax_codes
from app.services.country import Country
from app.services.office import Desk, Office
from app.services.permissions import Permission, query
from app.storage.database import Database
from tests.taxes import american, houston, thai


@query(Permission.COMPANY_READ)
def country(desk: Desk) -> Country:
    """Return what holds in an office."""
    return Country(desk)


def of(office: Office) -> Country:
    return office.ask(country)


def test_own_codes_stand_after_those_of_the_country(database: Database) -> None:
    office = american(database)
    before = of(office)

    office.do(tax_codes.write, houston())

    assert before.pack is pack("US")
    codes = of(office).pack.vat_codes()
    assert tuple(codes) == (*pack("US").vat_codes(), "tx_houston")
    assert {"tx_houston", "tx.metro", "none"} <= of(office).tags


def test_a_thai_service_is_due_on_payment(database: Database) -> None:
    assert of(thai(database)).due_on_payment == {"service"}
