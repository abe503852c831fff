"""The form of a quote begins with all that it names, also what was typed and not saved."""

from __future__ import annotations

import pytest

from app.domain.shared.ids import QuoteId
from app.outside.clock import FixedClock
from app.services import drafts, quote_forms
from app.services.office import Office
from app.services.permissions import Actor
from app.services.quoting import FORM
from app.storage.database import Database
from tests.builders import TODAY
from tests.quoting import quoted
from tests.trade import AAMU, LAMP, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_the_form_of_a_quote_has_its_record_and_its_customer(office: Office) -> None:
    quote = quoted(office)

    desktop = office.ask(quote_forms.opened, quote.id)

    assert desktop.quote == quote
    assert [row.id for row in desktop.customers] == [AAMU.id]


def test_an_unknown_quote_is_a_new_one(office: Office) -> None:
    desktop = office.ask(quote_forms.opened, QuoteId(9))

    assert (desktop.quote, desktop.kept, desktop.blank.positions) == (None, None, ())


def test_what_kept_texts_name_comes_with_the_form(office: Office) -> None:
    row = [*[""] * 8, str(LAMP.id), "- - -"]
    body = {"fields": {"customer_id": str(AAMU.id)}, "rows": [row]}
    office.do(drafts.keep, FORM, 9, 0, body)

    desktop = office.ask(quote_forms.opened, QuoteId(9))

    assert [one.id for one in desktop.customers] == [AAMU.id]
    assert [one.id for one in desktop.products] == [LAMP.id]
