from __future__ import annotations

from app.services import certificate_forms, drafts
from app.services.withholding import FORM
from app.storage.database import Database
from tests.taxes import thai
from tests.trade import AAMU
from tests.ui.accounting.taxed import a_certificate


def test_a_form_begins_with_what_was_typed_and_left(database: Database) -> None:
    office = thai(database)
    typed = a_certificate(AAMU.id)
    office.do(drafts.keep, FORM, 99, 0, typed)

    found = office.ask(certificate_forms.opened)

    assert (found.typed, found.currency, found.country) == (typed, "THB", "TH")
    assert found.contact is not None
    assert office.ask(certificate_forms.opened, frozenset({99})).typed is None
