"""Payslips on paper: shown, filed in the walled archive, or locked with a password for the mail."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from app.documents.accounting import Imprint
from app.documents.payslips import SlipPaper, describe
from app.domain.archive.document import Link
from app.domain.employees.employee import KIND as PERSON
from app.domain.employees.employee import Profile
from app.domain.payroll.payroll import Payslip
from app.domain.shared.ids import DocumentId, PayrollRunId, PayslipId
from app.domain.shared.problems import Rule
from app.domain.shared.refusals import Invalid
from app.formats.payrolls import payroll_of
from app.lang.formats import formats_in
from app.lang.texts import LANGUAGES, say_in
from app.services.filed_papers import FiledPapers, OutgoingPaper
from app.services.office import Desk, Errand
from app.services.permissions import Permission, command, errand, query
from app.storage.deeds import Changes

TYPE = "personnel"
"""The type of document that a payslip is filed as: the personnel office alone reads it."""

SHOWN = "payslips.show"
"""The deed by which the log says that a payslip was looked at."""

SHORTEST = 8
AT_ONCE = 25
PASSWORD_SHORT = Rule("payroll.password-short", "least")


class SlipPapers:
    """Writes payslips at one desk, in the language of who gets them; their people are read once."""

    def __init__(self, desk: Desk, slips: Sequence[Payslip]) -> None:
        self._desk = desk
        self._store = desk.store
        self._company = desk.store.company.get()
        self._is_gross_only = payroll_of(self._company.country).hands_over
        runs = {one.run_id for one in slips}
        self._runs = {one: self._store.payroll_runs.get(one) for one in runs}
        people = [one.employee_id for one in slips]
        self._people = {one.id: one for one in self._store.employees.get_all(people)}
        days = {run.last_on for run in self._runs.values()}
        self._records = {day: self._store.employees.records_on(people, day) for day in days}

    def paper(self, slip: Payslip) -> SlipPaper:
        """Return what a payslip says on paper."""
        run, profile = self._runs[slip.run_id], self._profile(slip)
        return SlipPaper(
            payslip=slip,
            person=profile.name.written,
            number=self._people[slip.employee_id].number,
            position=profile.position,
            first_on=run.first_on,
            last_on=run.last_on,
            pay_on=run.pay_on,
            run=run.number or run.name,
            is_correction=run.corrects_id is not None,
            is_gross_only=self._is_gross_only,
        )

    def printed(self, slip: Payslip, language: str = "") -> bytes:
        """Return a payslip as a PDF, in a language, else in the person's, else in the company's."""
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        paper = self.paper(slip)
        wanted = (language, self._profile(slip).language, self._company.language, "en")
        spoken = next(one for one in wanted if one in LANGUAGES)
        formats = formats_in(spoken, self._company.country)
        imprint = Imprint(self._company, say_in(spoken), formats, paper.pay_on)
        return render(describe(paper, imprint))

    def file(self, slips: Sequence[Payslip]) -> None:
        """File payslips for good, where the personnel office alone reads them."""
        records = FiledPapers(self._desk).file_all([self._outgoing(one) for one in slips])
        filed = zip(slips, records, strict=True)
        self._store.payslips.file({slip.id: DocumentId(record.id) for slip, record in filed})

    def _outgoing(self, slip: Payslip) -> OutgoingPaper:
        paper = self.paper(slip)
        return OutgoingPaper(
            f"{paper.run} {paper.number}",
            TYPE,
            Link(PERSON, slip.employee_id),
            self.printed(slip),
            paper.pay_on,
            name=paper.person,
        )

    def _profile(self, slip: Payslip) -> Profile:
        return self._records[self._runs[slip.run_id].last_on][slip.employee_id].profile


@query(Permission.PAYROLL_READ)
def pdf(desk: Desk, payslip_id: PayslipId, language: str = "") -> bytes:
    """Return a payslip as a PDF, each line explained; raises NotFound, BehindWall."""
    slip = desk.store.payslips.get(payslip_id)
    return SlipPapers(desk, (slip,)).printed(slip, language)


@command(Permission.PAYROLL_READ, audited=False)
def note_showing(desk: Desk, payslip_id: PayslipId) -> None:
    """Write down that a payslip was shown, to whom and when; raises NotFound, BehindWall."""
    slip = desk.store.payslips.get(payslip_id)
    desk.note(SHOWN, slip.employee_id, Changes())


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
    slips = desk.store.payslips.get_all(ids)
    SlipPapers(desk, slips).file(slips)
    desk.note("payslips.file", len(ids), desk.store.changes.taken())


def _locked(content: bytes, password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  40 ms, for who mails a payslip

    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(password, algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
