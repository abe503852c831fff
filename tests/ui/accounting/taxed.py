"""The office of the window as it is in another country, and a page of taxes shown alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Identifier
from app.domain.contacts.form import ContactForm
from app.domain.payments.withholding import Income, NewCertificate, Side, Withheld
from app.domain.shared.ids import ContactId
from app.domain.shared.numbering import Series
from app.formats.packs import pack
from app.services import contacts
from app.services.office import Office
from app.ui.kit.shell import RecordPage
from tests.builders import TODAY
from tests.taxes import baht, tin
from tests.windows import Settle, bring_up

Page = TypeVar("Page", bound=RecordPage)


def moved(office: Office, country: str, currency: str) -> ContactId:
    """Move the office to another country, and return a customer there."""
    with office.database.write() as unit:
        before = unit.company.get()
        after = replace(before, country=country, currency=currency, version=before.version + 1)
        unit.company.save(before, after)
        for kind, pattern in pack(country).series.items():
            if all(one.kind != kind for one in unit.numbers.rows()):
                unit.numbers.open(Series(kind, str(TODAY.year), before.branch, pattern))
        unit.changes.taken()
    payee = ContactForm(
        "Bangkok Cleaning",
        addresses=(Address("5 Silom Road", "", "10500", "Bangkok", "", "TH"),),
        identifiers=(Identifier("th.tin", tin()),),
    )
    return office.do(contacts.add, payee).result.id


def a_certificate(contact: ContactId, side: Side = Side.ISSUED) -> NewCertificate:
    row = Withheld(Income.SERVICES, TODAY, baht("10000"), baht("300"), "Cleaning")
    number = "0001" if side is Side.RECEIVED else ""
    return NewCertificate(contact, (row,), side=side, number=number)


def shown(qtbot: QtBot, page: Page, settle: Settle) -> Page:
    """Show a page alone, once its answers are there."""
    qtbot.addWidget(page)
    page.resize(1100, 700)
    bring_up(qtbot, page)
    settle()
    return page
