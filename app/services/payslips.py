"""Payslips on paper: shown, filed in the walled archive, or locked with a password for the mail."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from app.documents.accounting import Imprint
from app.documents.payslips import SlipPaper, describe
from app.domain.archive.document import Link
from app.domain.employees.employee import KIND as PERSON
from app.domain.payroll.payroll import Payslip
from app.domain.shared.ids import DocumentId, PayrollRunId, PayslipId
from app.domain.shared.problems import Rule
from app.domain.shared.refusals import Invalid
from app.formats.payrolls import payroll_of
from app.lang.formats import formats_in
from app.lang.texts import LANGUAGES, say_in
from app.services.filed_papers import FiledPapers, OutgoingPaper
from app.services.office import Desk, Errand
from app.services.permissions import Permission, errand, query

TYPE = "personnel"
"""The type of document that a payslip is filed as: the personnel office alone reads it."""

SHORTEST = 8
AT_ONCE = 25
PASSWORD_SHORT = Rule("payroll.password-short", "least")


class SlipPapers:
    """Writes payslips at one desk, in the language of who gets them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._company = desk.store.company.get()

    def paper(self, slip: Payslip) -> SlipPaper:
        """Return what a payslip says on paper."""
        run = self._store.payroll_runs.get(slip.run_id)
        person = self._store.employees.get(slip.employee_id)
        profile = self._store.employees.record_on(slip.employee_id, run.last_on).profile
        return SlipPaper(
            payslip=slip,
            person=profile.name.written,
            number=person.number,
            position=profile.position,
            first_on=run.first_on,
            last_on=run.last_on,
            pay_on=run.pay_on,
            run=run.number or run.name,
            is_correction=run.corrects_id is not None,
            is_gross_only=payroll_of(self._company.country).hands_over,
        )

    def printed(self, slip: Payslip, language: str = "") -> bytes:
        """Return a payslip as a PDF, in a language, else in the person's, else in the company's."""
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        run = self._store.payroll_runs.get(slip.run_id)
        profile = self._store.employees.record_on(slip.employee_id, run.last_on).profile
        wanted = (language, profile.language, self._company.language, "en")
        spoken = next(one for one in wanted if one in LANGUAGES)
        formats = formats_in(spoken, self._company.country)
        imprint = Imprint(self._company, say_in(spoken), formats, run.pay_on)
        return render(describe(self.paper(slip), imprint))

    def file(self, slip: Payslip) -> None:
        """File a payslip for good, where the personnel office alone reads it."""
        paper = self.paper(slip)
        new = OutgoingPaper(
            f"{paper.run} {paper.number}",
            TYPE,
            Link(PERSON, slip.employee_id),
            self.printed(slip),
            paper.pay_on,
            name=paper.person,
        )
        record = FiledPapers(self._desk).file(new)
        self._store.payslips.file(slip.id, DocumentId(record.id))


@query(Permission.PAYROLL_READ)
def pdf(desk: Desk, payslip_id: PayslipId, language: str = "") -> bytes:
    """Return a payslip as a PDF, each line explained; raises NotFound, BehindWall."""
    return SlipPapers(desk).printed(desk.store.payslips.get(payslip_id), language)


@query(Permission.PAYROLL_READ)
def locked(desk: Desk, payslip_id: PayslipId, password: str) -> bytes:
    """Return a payslip as a PDF that opens with a password alone, for the mail; or Invalid."""
    if len(password.strip()) < SHORTEST:
        raise Invalid((PASSWORD_SHORT.at("password", least=SHORTEST),))
    return _locked(pdf(desk, payslip_id), password)


@errand(Permission.PAYROLL_PAY)
def file(errand: Errand, run_id: PayrollRunId) -> int:
    """File the payslips of a posted run that were not filed yet, some at a time; return how many.

    What was filed stays, should the work be stopped; asked again it goes on.
    """
    waiting = errand.ask(_not_filed, run_id)
    for begin in range(0, len(waiting), AT_ONCE):
        errand.progress(begin, len(waiting))
        errand.do(_file_some, waiting[begin : begin + AT_ONCE])
    return len(waiting)


def _not_filed(desk: Desk, run_id: PayrollRunId) -> tuple[PayslipId, ...]:
    run = desk.store.payroll_runs.get(run_id)
    desk.store.wall.require()
    slips = desk.store.payslips.of_run(run_id) if run.number else ()
    return tuple(one.id for one in slips if one.document_id is None)


def _file_some(desk: Desk, ids: Sequence[PayslipId]) -> None:
    papers = SlipPapers(desk)
    for payslip_id in ids:
        papers.file(desk.store.payslips.get(payslip_id))
    desk.note("payslips.file", len(ids), desk.store.changes.taken())


def _locked(content: bytes, password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  40 ms, for who mails a payslip

    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(password, algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
