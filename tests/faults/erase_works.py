"""Works of erasure: persons erased, and what is left of others when the law asks for no more."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from app.domain.admin.erased import ErasureState
from app.domain.shared.ids import ContactId
from app.outside.clock import FixedClock
from app.services import contacts, erasing, upkeep
from app.services.office import Office
from tests.builders import TODAY
from tests.faults.work import Ack, Verdict, Work, closing, created, judged_at, opened
from tests.services.erasure import FORM, found_in_rows
from tests.services.test_erasing import billed
from tests.trade import opened_books

PERSONS = 6
AFTERWARDS = FixedClock(TODAY.replace(year=TODAY.year + 12))


def name_of(at: int) -> str:
    return f"Quokkanen Zyx{chr(ord('a') + at) * 3}"


def _persons(place: Path, *, is_over: bool) -> None:
    with closing(created(place)) as office:
        opened_books(office)
        for at in range(PERSONS):
            form = replace(FORM, name=name_of(at), accounts=(), points=(), note="")
            one = office.do(contacts.add, form).result
            billed(office, one)
            if is_over:
                office.run(erasing.erase, one.id, office.ask(contacts.get, one.id).version)


def _erase(place: Path, ack: Ack) -> None:
    with closing(opened(place)) as office:
        for one in _known(office):
            office.run(erasing.erase, one, office.ask(contacts.get, one).version)
            ack(str(one))


def _end(place: Path, ack: Ack) -> None:
    with closing(later(opened(place))) as office:
        for one in _kept(office):
            office.run(erasing.complete, one)
            ack(str(one))


def later(office: Office) -> Office:
    """Return an office when the years are over."""
    return Office(office.database, AFTERWARDS, office.who)


def _known(office: Office) -> list[ContactId]:
    found = office.ask(contacts.find, "Quokkanen")
    return [ContactId(one.id) for one in found]


def _kept(office: Office) -> list[ContactId]:
    with office.database.read() as unit:
        every = unit.erased.all()
    return [ContactId(one.record_id) for one in every if one.state is ErasureState.KEPT]


def erased_in(office: Office) -> list[str]:
    """Return who is erased; each is so whole, card, key and row, and all others not at all."""
    known = set(_known(office))
    with office.database.read() as unit:
        rows = {one.record_id for one in unit.erased.all()}
        sealed = set(unit.contact_seals.erased())
    assert rows == sealed
    assert not rows & known
    assert len(rows) + len(known) == PERSONS
    return [str(one) for one in sorted(rows)]


def ended_in(office: Office) -> list[str]:
    """Return of whom nothing is left; upkeep finishes what a crash left of bytes."""
    upkeep.look_after(later(office))
    with office.database.read() as unit:
        every = unit.erased.all()
        sealed = set(unit.contact_seals.erased())
    kept = {one.record_id for one in every if one.state is ErasureState.KEPT}
    assert kept == sealed
    assert all(one.state is not ErasureState.ENDING for one in every)
    assert not any(one.files for one in every)
    if not kept:
        assert found_in_rows(office.database, ("Quokkanen",)) == []
    return [str(one.record_id) for one in every if one.state is ErasureState.ENDED]


def _prove(place: Path, acked: list[str]) -> Verdict:
    return judged_at(place, acked, erased_in)


def _prove_ended(place: Path, acked: list[str]) -> Verdict:
    return judged_at(place, acked, ended_in)


ERASURES = (
    Work("erase", partial(_persons, is_over=False), _erase, _prove),
    Work("end-erasure", partial(_persons, is_over=True), _end, _prove_ended),
)
