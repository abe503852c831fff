"""The archive is verified by night and on demand, goes on after a pause, and keeps its results."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.archive.proof import Damage
from app.domain.shared.ids import ProofId
from app.domain.shared.refusals import NotFound
from app.services import proving
from app.services.office import Cancelled, Office
from app.services.permissions import NotAllowed, Permission
from app.storage import verifying
from tests.builders import TODAY
from tests.databases import tamper
from tests.services.test_documents import a_type, as_clerk, changed, office, taken
from tests.trade import at, count

__all__ = ["office"]
"""The office of the documents' tests, as a fixture."""


def test_a_verification_is_kept_and_noted(office: Office) -> None:
    taken(office, "a")
    taken(office, "bc")
    assert office.ask(proving.is_waiting)

    done = proving.prove_some(office, 9)

    assert (done.checked, done.size, done.is_ended, done.findings) == (2, 3, True, ())
    assert office.ask(proving.proofs) == (done,)
    assert not office.ask(proving.is_waiting)
    assert at(office, date.fromordinal(TODAY.toordinal() + 1)).ask(proving.is_waiting)
    assert count(office, "audit WHERE command = 'proving.proved'") == 1


def test_a_paused_verification_goes_on_where_it_was(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        taken(office, name)
    monkeypatch.setattr(verifying, "SLICE_COUNT", 2)

    first = proving.prove_some(office, 0)
    second = proving.prove_some(office, 0)
    last = proving.prove_some(office, 0)

    assert [one.checked for one in (first, second, last)] == [2, 3, 3]
    assert [one.is_ended for one in (first, second, last)] == [False, False, True]
    assert {one.id for one in (first, second, last)} == {first.id}


def test_a_flipped_byte_is_named_by_its_document(office: Office) -> None:
    one = taken(office, "bill.pdf")
    changed(office, one, title="Electricity March")
    taken(office, "good.pdf")
    with office.database.contents.writing() as connection:
        tamper(
            connection,
            "UPDATE content_chunk SET bytes = substr(bytes, 2) WHERE content_id = "
            "(SELECT min(id) FROM content)",
        )

    done = proving.prove_some(office, 9)

    (found,) = done.findings
    assert (found.name, found.title, found.damage) == (
        "bill.pdf",
        "Electricity March",
        Damage.CHANGED,
    )
    assert [one.name for one in office.ask(proving.verify).findings] == ["bill.pdf"]
    assert office.ask(proving.verify).findings == (found,)
    assert office.ask(proving.proofs)[0].findings == (found,)


def test_a_damaged_personnel_file_is_named_only_to_who_may_see_it(office: Office) -> None:
    one = taken(office, "salary.pdf")
    changed(office, one, type_id=a_type(office, "personnel").id)
    with office.database.contents.writing() as connection:
        tamper(connection, "DELETE FROM content_chunk")
    clerk = as_clerk(office, Permission.ARCHIVE_READ)

    proving.prove_some(office, 9)

    (found,) = clerk.ask(proving.proofs)[0].findings
    assert (found.document_id, found.name, found.title) == (None, "", "")
    assert office.ask(proving.proofs)[0].findings[0].name == "salary.pdf"


def test_only_a_verification_that_ended_is_noted(office: Office) -> None:
    with pytest.raises(NotFound):
        office.do(proving.proved, ProofId(1))
    with pytest.raises(NotAllowed):
        proving.prove_some(as_clerk(office), 0)


def test_a_verification_may_be_stopped_while_it_is_watched(office: Office) -> None:
    taken(office)

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.ask_watched(stop, proving.verify)
    assert office.ask(proving.proofs) == ()
