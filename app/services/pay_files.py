"""Bank files of runs: pain.001 within SEPA, else a table that any bank's program takes in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from app.domain.archive.document import Link
from app.domain.employees.employee import PayAccount
from app.domain.payroll.payroll import KIND, PayrollRun, Payslip
from app.domain.payroll.running import require_booked
from app.domain.shared.ids import DocumentId, PayrollRunId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Refusal
from app.formats import csv, pain
from app.services.einvoicing import XML
from app.services.filed_papers import CSV, FiledPapers, OutgoingPaper
from app.services.limits import About, Limits
from app.services.office import Desk
from app.services.pay_names import Names
from app.services.payslips import TYPE
from app.services.permissions import Permission, command, query

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
    made, about = _made(desk, run), About(f"{KIND}:{run_id}", run.number, run)
    Limits(desk).require(Permission.PAYROLL_PAY, made.total, about)
    return made


@command(Permission.PAYROLL_PAY)
def file(desk: Desk, run_id: PayrollRunId) -> PayFile:
    """File what the bank is asked to pay, where the personnel office alone reads it; return it.

    It is filed once: asked for again, the same file is returned, unless accounts were mended since.
    Raises as ``bank_file``.
    """
    found = bank_file(desk, run_id)
    run = desk.store.payroll_runs.get(run_id)
    about, papers = Link(KIND, run.id), FiledPapers(desk)
    media_type = XML if found.name.endswith(".xml") else CSV
    digest = hashlib.sha256(found.content).hexdigest()
    if any(one.sha256 == digest for one in desk.store.archive.of(about.source)):
        return found
    paper = OutgoingPaper(
        run.number,
        TYPE,
        about,
        found.content,
        run.pay_on,
        media_type=media_type,
    )
    filed = DocumentId(papers.file(paper).id)
    desk.store.payroll_runs.save(run, replace(run, version=run.version + 1, pay_file_id=filed))
    return found


def _made(desk: Desk, run: PayrollRun) -> PayFile:
    company = desk.store.company.get()
    slips = [one for one in desk.store.payslips.of_run(run.id) if one.net]
    names = Names(desk, [one.employee_id for one in slips], run.last_on)
    is_sepa = run.currency == "EUR"
    paid = [one for one in slips if _has_account(one.account, is_sepa=is_sepa)]
    left_out = [one for one in slips if not _has_account(one.account, is_sepa=is_sepa)]
    if is_sepa:
        account = next((one for one in company.accounts if one.iban), None)
        if account is None:
            raise NoPayingAccount(company=company.name)
        payer = pain.Payer(company.name, account.iban, account.bic)
        content = pain.write(_order(run, paid, names, payer))
    else:
        content = b"".join(csv.pieces([COLUMNS, *(_row(run, one, names) for one in paid)]))
    total = Money(sum(one.net.minor for one in paid), run.currency)
    missed = tuple(names.of(one.employee_id)[0] for one in left_out)
    suffix = "xml" if is_sepa else "csv"
    return PayFile(f"{run.number}.{suffix}", content, total, len(paid), missed)


def _has_account(account: PayAccount, *, is_sepa: bool) -> bool:
    return bool(account.iban) or (bool(account.number) and not is_sepa)


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
