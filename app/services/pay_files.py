"""Bank files of runs: pain.001 within SEPA, else a table that any bank's program takes in."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.payroll.payroll import PayrollRun, Payslip
from app.domain.payroll.running import require_booked
from app.domain.shared.ids import PayrollRunId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Refusal
from app.formats import csv, pain
from app.services.office import Desk
from app.services.pay_names import Names
from app.services.permissions import Permission, query

COLUMNS = ("number", "name", "bank", "account", "amount", "currency", "pay_on", "reference")


class NoPayingAccount(Refusal):
    """The company has no bank account from which wages could be paid."""

    code = "payroll.no-paying-account"


@dataclass(frozen=True, slots=True)
class PayFile:
    """A file for the bank; ``left_out`` are the numbers of who has no account it could name."""

    name: str
    content: bytes
    total: Money
    count: int
    left_out: tuple[str, ...]


@query(Permission.PAYROLL_READ)
def bank_file(desk: Desk, run_id: PayrollRunId) -> PayFile:
    """Return what the bank is asked to pay for a posted run; the same run gives the same bytes.

    Raises NoPayingAccount, IllegalTransition, BehindWall.
    """
    run = desk.store.payroll_runs.get(run_id)
    require_booked(run)
    desk.store.wall.require()
    company = desk.store.company.get()
    slips = [one for one in desk.store.payslips.of_run(run_id) if one.net]
    names = Names(desk, [one.employee_id for one in slips], run.last_on)
    is_sepa = run.currency == "EUR"
    paid = [one for one in slips if one.account.iban or (one.account.number and not is_sepa)]
    left_out = tuple(names.of(one.employee_id)[0] for one in slips if one not in paid)
    if is_sepa:
        account = next((one for one in company.accounts if one.iban), None)
        if account is None:
            raise NoPayingAccount(company=company.name)
        payer = pain.Payer(company.name, account.iban, account.bic)
        content = pain.write(_order(run, paid, names, payer))
    else:
        content = b"".join(csv.pieces([COLUMNS, *(_row(run, one, names) for one in paid)]))
    total = Money(sum(one.net.minor for one in paid), run.currency)
    suffix = "xml" if is_sepa else "csv"
    return PayFile(f"{run.number}.{suffix}", content, total, len(paid), left_out)


def _order(
    run: PayrollRun, slips: list[Payslip], names: Names, payer: pain.Payer
) -> pain.PaymentOrder:
    assert run.approved_at is not None
    transfers = tuple(_transfer(run, one, names) for one in slips)
    return pain.PaymentOrder(run.number, run.approved_at, run.pay_on, payer, transfers)


def _transfer(run: PayrollRun, slip: Payslip, names: Names) -> pain.Transfer:
    number, name = names.of(slip.employee_id)
    account = slip.account
    return pain.Transfer(
        f"{run.number}-{number}",
        account.holder or name,
        account.iban,
        slip.net,
        f"{run.number} {run.name}",
        account.bic,
    )


def _row(run: PayrollRun, slip: Payslip, names: Names) -> tuple[str, ...]:
    number, name = names.of(slip.employee_id)
    account = slip.account
    return (
        number,
        account.holder or name,
        account.bank_code or account.bic,
        account.number or account.iban,
        f"{slip.net.amount:.2f}",
        slip.net.currency,
        run.pay_on.isoformat(),
        f"{run.number}-{number}",
    )
