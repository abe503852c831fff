"""A glance shows what the office would answer, to whom it may be shown."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity, UnitPrice
from app.services import admin, invoices
from app.services.glance import ROWS, glance
from app.services.office import Office
from app.services.permissions import OWNER, NotAllowed, Permission, Role
from app.ui.invoices.listing import LISTING
from tests.databases import on_sqlite


def test_a_glance_is_the_company_and_the_first_rows_of_the_list(office: Office) -> None:
    line = DraftLine("Gadget", Quantity(Decimal(2)), price=UnitPrice(Decimal(50)), vat="standard")
    for _number in range(3):
        office.do(invoices.draft, Draft(lines=(line,)))

    seen = glance(office)

    view = View(sort=LISTING.sort, is_descending=LISTING.is_descending)
    assert seen.company == office.ask(admin.company)
    is_file = office.database.file is not None
    assert seen.invoices == (office.ask(invoices.first, view, ROWS) if is_file else ())


@on_sqlite
def test_who_may_not_read_invoices_sees_none(office: Office) -> None:
    office.who = replace(office.who, role=without(Permission.INVOICES_READ))

    assert glance(office).invoices == ()


def test_who_may_not_read_the_company_sees_nothing(office: Office) -> None:
    office.who = replace(office.who, role=without(Permission.COMPANY_READ))

    with pytest.raises(NotAllowed):
        glance(office)


def without(permission: Permission) -> Role:
    return Role("clerk", OWNER.permissions - {permission})
