"""A work of pay: runs that are begun, calculated, approved by another, posted and paid."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.domain.payroll.payroll import PayrollRun, RunState
from app.services import accounting, payroll
from app.services.office import Office
from app.services.payroll import RunForm
from tests.faults.work import Ack, Work, closing, created, judged_at, opened
from tests.payrolling import employ, give_card, of_two
from tests.payrolls import eur
from tests.trade import opened_books

MONTHS = (1, 2, 3)
PEOPLE = ("Aino", "Bertta", "Cecilia")
ORDER = (RunState.DRAFT, RunState.CALCULATED, RunState.APPROVED, RunState.POSTED, RunState.PAID)


def _prepare(place: Path) -> None:
    with closing(created(place)) as office:
        opened_books(office)
        desk = of_two(office.database)
        for at, name in enumerate(PEOPLE):
            person = employ(desk, eur(f"{3000 + at}"), name)
            give_card(desk, person.id)


def _run(place: Path, ack: Ack) -> None:
    with closing(opened(place)) as office:
        desk = of_two(office.database)
        for month in MONTHS:
            form = RunForm(date(2026, month, 1), date(2026, month, 28), date(2026, month, 28))
            begun = desk.office.do(payroll.begin, form).result
            ack(f"{begun.id} {RunState.DRAFT.value}")
            desk.office.do(payroll.calculate, begun.id)
            ack(f"{begun.id} {RunState.CALCULATED.value}")
            desk.other.do(payroll.approve, begun.id)
            ack(f"{begun.id} {RunState.APPROVED.value}")
            desk.office.do(payroll.post, begun.id)
            ack(f"{begun.id} {RunState.POSTED.value}")
            desk.office.do(payroll.pay, begun.id, begun.pay_on)
            ack(f"{begun.id} {RunState.PAID.value}")


def _found(office: Office) -> list[str]:
    """Find each run whole in its state; what a run has reached it has also been before."""
    found: list[str] = []
    for run in office.ask(payroll.runs):
        reached = ORDER.index(run.state)
        _require_whole(office, run, reached)
        found += [f"{run.id} {state.value}" for state in ORDER[: reached + 1]]
    return found


def _require_whole(office: Office, run: PayrollRun, reached: int) -> None:
    card = office.ask(payroll.get, run.id)
    is_posted = reached >= ORDER.index(RunState.POSTED)
    assert len(card.rows) == (len(PEOPLE) if reached else 0)
    assert bool(run.number) is (run.entry_id is not None) is is_posted
    if run.entry_id is not None:
        entry = office.ask(accounting.entry, run.entry_id)
        assert sum(side.amount.minor for side in entry.postings) == 0


PAY = (Work("payroll", _prepare, _run, lambda place, acked: judged_at(place, acked, _found)),)
