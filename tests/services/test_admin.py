"""The company is set up once with chart and series, and changed with a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.admin.company import Company
from app.domain.shared.refusals import Conflict
from app.outside.clock import FixedClock
from app.services import admin, anchors
from app.services.admin import AlreadySetUp, NoPicture
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.documents.papers import a_logo

LUMO = Company("Lumo & Suoni Oy", "FI", "EUR", "fi")


@pytest.fixture
def fresh(database: Database) -> Office:
    return Office(database, FixedClock(date(2026, 3, 10)), Actor("Anna"))


def test_a_new_office_has_chart_codes_and_series(fresh: Office) -> None:
    fresh.do(admin.set_up, LUMO)

    with fresh.database.read() as unit:
        accounts = unit.ledger.accounts()
    assert {AccountUse.RECEIVABLES, AccountUse.SALES} <= {one.use for one in accounts}
    assert len(accounts) > 50
    rates = [vat.rate_on(date(2026, 3, 10)) for vat in fresh.ask(admin.pack).vat[:4]]
    assert [str(rate) for rate in rates] == ["25.5", "13.5", "10", "0"]
    assert {"invoice", "journal"} <= {one.kind for one in fresh.ask(admin.series)}


def test_the_company_is_changed_with_its_next_version(fresh: Office) -> None:
    fresh.do(admin.set_up, LUMO)

    changed = fresh.do(admin.change_company, replace(LUMO, phone="+358 3 555 0100")).result

    assert (changed.version, changed.phone) == (2, "+358 3 555 0100")
    assert fresh.ask(admin.company) == changed


def test_country_currency_and_the_sample_mark_stay_as_they_were_set_up(fresh: Office) -> None:
    fresh.do(admin.set_up, LUMO)

    other = replace(LUMO, country="TH", currency="THB", is_sample=True)
    changed = fresh.do(admin.change_company, other).result

    assert (changed.country, changed.currency, changed.is_sample) == ("FI", "EUR", False)


def test_two_who_change_the_company_are_told_apart(fresh: Office) -> None:
    fresh.do(admin.set_up, LUMO)
    fresh.do(admin.change_company, replace(LUMO, phone="1"))

    with pytest.raises(Conflict):
        fresh.do(admin.change_company, replace(LUMO, phone="2"))

    assert fresh.ask(admin.company).phone == "1"


def test_the_chain_is_walked_and_counted(fresh: Office) -> None:
    fresh.do(admin.set_up, LUMO)

    report = fresh.ask(anchors.walk)

    assert (report.rows, report.broken) == (1, ())


def test_a_change_of_the_company_is_put_back_unless_it_was_changed_again(fresh: Office) -> None:
    fresh.do(admin.set_up, LUMO)
    changed = fresh.do(admin.change_company, replace(LUMO, phone="1")).result

    back = fresh.do(admin.put_back, changed, LUMO).result

    assert (back.phone, back.version) == (LUMO.phone, changed.version + 1)
    with pytest.raises(Conflict):
        fresh.do(admin.put_back, changed, LUMO)


def test_an_office_is_set_up_once(fresh: Office) -> None:
    fresh.do(admin.set_up, LUMO)

    with pytest.raises(AlreadySetUp):
        fresh.do(admin.set_up, replace(LUMO, name="Other"))

    assert fresh.ask(admin.company).name == LUMO.name


def test_a_logo_is_only_changed_as_a_picture(fresh: Office) -> None:
    fresh.do(admin.set_up, replace(LUMO, logo="nothing", version=7))

    changed = fresh.do(admin.change_company, replace(LUMO, logo="nothing", name="Lu\nmo")).result

    assert (changed.logo, changed.name, changed.version) == ("", "Lu mo", 2)


SCRIPTED = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(100 << 20), id="of a hundred megabytes"),
        pytest.param(a_logo()[:90], id="broken off"),
        pytest.param(b"\x89PNG\r\n\x1a\nnothing more", id="a PNG by name only"),
        pytest.param(SCRIPTED, id="SVG with a script"),
        pytest.param(b"%PDF-1.7", id="a PDF"),
    ],
)
def test_what_is_no_picture_of_ours_is_refused_as_a_logo(fresh: Office, picture: bytes) -> None:
    fresh.do(admin.set_up, LUMO)

    with pytest.raises(NoPicture):
        fresh.do(admin.change_logo, picture)

    assert fresh.ask(admin.logo) == b""
