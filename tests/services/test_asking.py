"""What the index is asked holds what the asker may see, and what the list shows."""

from __future__ import annotations

from app.domain.archive import indexed
from app.domain.archive.document import DocumentState
from app.domain.archive.matching import AllOf, AnyOf, Match, Run
from app.domain.archive.row import Wanted
from app.services.asking import Asking
from app.services.office import Desk, Office

TRASH = Run((indexed.state(DocumentState.TRASHED.value),))
INBOX = Run((indexed.state(DocumentState.INBOX.value),))


def asked(office: Office, question: str, wanted: Wanted | None = None) -> AllOf:
    with office.database.read() as unit:
        asking = Asking(Desk(unit, office.clock.today(), office.clock.now(), office.who))
        return asking.match(asking.read(question), wanted)


def test_the_trash_is_only_asked_for_by_name(office: Office) -> None:
    assert asked(office, "lasku ") == AllOf((Run(("lasku",)),), (TRASH,))
    assert asked(office, "in:trash") == AllOf((TRASH,))
    assert asked(office, "lasku ", Wanted(states=(DocumentState.INBOX,))).parts[1:] == (INBOX,)
    assert asked(office, "lasku ", Wanted(states=())) == AllOf((Run(("lasku",)),))


def test_what_has_no_word_in_it_asks_nothing(office: Office) -> None:
    assert asked(office, "... -!!! '' ").parts == ()


def test_what_cannot_be_is_answered_by_nothing(office: Office) -> None:
    nothing: Match = AnyOf(())

    assert asked(office, "type:unknown tag:unknown").parts == (nothing, nothing)


def test_short_beginnings_stand_for_themselves(office: Office) -> None:
    assert asked(office, "b1").parts == (Run(("b1",)),)
    assert asked(office, "INV-202").parts == (Run(("inv", "202"), None, is_open=True),)
