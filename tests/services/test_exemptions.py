from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.invoices.exemptions import Exemption
from app.domain.shared.ids import ContactId, ExemptionId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import exemptions
from app.services.office import Office
from app.storage.database import Database
from tests.taxes import american
from tests.trade import AAMU, count

ONE = Exemption(ExemptionId(5), 1, AAMU.id, " TX-1 ", "tx")


@pytest.fixture
def office(database: Database) -> Office:
    return american(database)


def test_a_certificate_is_kept_changed_and_put_away(office: Office) -> None:
    kept = office.do(exemptions.write, ONE).result
    changed = office.do(exemptions.change, replace(kept, number="TX-2")).result
    before = office.ask(exemptions.exemptions_of, AAMU.id)

    office.do(exemptions.change, replace(changed, is_archived=True))

    assert (kept.number, kept.region) == ("TX-1", "TX")
    assert [one.number for one in before] == ["TX-2"]
    assert office.ask(exemptions.exemptions_of, AAMU.id) == ()
    assert len(office.ask(exemptions.all_exemptions)) == 1


def test_the_same_certificate_twice_is_refused(office: Office) -> None:
    office.do(exemptions.write, ONE)

    with pytest.raises(Invalid):
        office.do(exemptions.write, replace(ONE, id=ExemptionId(6)))

    assert count(office, "tax_exemption") == 1
    told = office.ask(exemptions.check_exemption, replace(ONE, id=ExemptionId(6)))
    assert [one.code for one in told] == ["exemptions.number-taken"]


def test_a_certificate_is_of_a_contact_that_there_is(office: Office) -> None:
    with pytest.raises(NotFound):
        office.do(exemptions.write, replace(ONE, contact_id=ContactId(404)))


def test_a_stale_change_is_refused(office: Office) -> None:
    kept = office.do(exemptions.write, ONE).result
    office.do(exemptions.change, replace(kept, number="TX-2"))

    with pytest.raises(Conflict):
        office.do(exemptions.change, replace(kept, number="TX-3"))
