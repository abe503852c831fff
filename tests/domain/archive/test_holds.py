"""A hold is over what it names until it is lifted, however the card is changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.holds import (
    AlreadyLifted,
    Held,
    Hold,
    HoldForm,
    check,
    holds_over,
    require_free,
    tidied,
)
from app.domain.shared.ids import ContactId, DocumentTypeId, HoldId
from tests.domain.archive.papers import AT, a_document

HOLD = Hold(HoldId(1), 1, "Tax audit", "Letter of 3 March", "Maija", AT)


def test_a_hold_is_over_its_documents_its_contact_and_its_type() -> None:
    named, other = a_document(), a_document()
    hold = replace(
        HOLD,
        documents=frozenset({named.id}),
        contact_id=ContactId(7),
        type_id=DocumentTypeId(3),
    )

    assert hold.covers(named)
    assert hold.covers(replace(other, correspondent_id=ContactId(7)))
    assert hold.covers(replace(other, type_id=DocumentTypeId(3)))
    assert not hold.covers(other)
    assert not HOLD.covers(other)


def test_a_change_that_leads_out_of_a_hold_is_seen() -> None:
    hold = replace(HOLD, contact_id=ContactId(7))
    before = a_document(correspondent_id=ContactId(7))

    assert hold.loses(before, replace(before, correspondent_id=None))
    assert not hold.loses(before, replace(before, title="Other"))


def test_a_hold_is_lifted_once_with_a_reason() -> None:
    document = a_document()
    hold = replace(HOLD, documents=frozenset({document.id}))

    lifted = hold.lifted("Ville", " Audit\nclosed ", AT)

    assert (lifted.is_in_force, lifted.lifted_because) == (False, "Audit closed")
    assert holds_over(document, (lifted,)) == ()
    with pytest.raises(AlreadyLifted):
        lifted.lifted("Ville", "again", AT)
    with pytest.raises(Held):
        require_free(document, (hold,))
    require_free(document, (lifted,))


def test_a_hold_has_a_name_a_reason_and_something_to_hold() -> None:
    form = tidied(HoldForm(" ", "\n"))

    assert {problem.code for problem in check(form)} == {
        "holds.without-name",
        "holds.without-reason",
        "holds.over-nothing",
    }
    assert check(HoldForm("Audit", "Letter", contact_id=ContactId(7))) == ()
