"""One's own payslips, once their run is posted: each line with why, and as it prints."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.payroll.payroll import PayrollRun, Payslip, RunState
from app.domain.shared.ids import PayslipId
from app.domain.shared.refusals import NotFound
from app.services import payslips
from app.services.office import Desk
from app.services.own import Own
from app.services.permissions import Permission, query

TOLD = (RunState.POSTED, RunState.PAID, RunState.REPORTED)
"""The states of a run in which its people get their payslips."""


@dataclass(frozen=True, slots=True)
class OwnSlip:
    """A payslip with the run that it belongs to."""

    payslip: Payslip
    run: PayrollRun

    @property
    def id(self) -> int:
        """The id of the payslip."""
        return self.payslip.id


@query(Permission.SELF_USE)
def slips(desk: Desk) -> tuple[OwnSlip, ...]:
    """Return one's payslips, the latest pay day first."""
    return _Slips(desk).all()


@query(Permission.SELF_USE)
def pdf(desk: Desk, payslip_id: PayslipId, language: str = "") -> bytes:
    """Return one of one's payslips as a PDF; raises NotFound for what is not among them."""
    if payslip_id not in {one.id for one in _Slips(desk).all()}:
        raise NotFound(record="payslip", id=payslip_id)
    return payslips.pdf(desk, payslip_id, language)


class _Slips:
    """Reads the payslips of who asks, at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._me = Own(desk).id
        self._store = desk.store

    def all(self) -> tuple[OwnSlip, ...]:
        found = self._store.payslips.of_person(self._me)
        runs = {one: self._store.payroll_runs.get(one) for one in {slip.run_id for slip in found}}
        told = (OwnSlip(one, runs[one.run_id]) for one in found)
        return tuple(one for one in told if one.run.state in TOLD)[::-1]
