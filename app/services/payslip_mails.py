"""Payslips by e-mail: locked with a password that the mail does not say, to be read and sent."""

from __future__ import annotations

from app.domain.archive.document import Link
from app.domain.correspondence.mail import Mail
from app.domain.correspondence.mail_form import MailForm
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.ids import DocumentId, PayslipId
from app.lang.texts import LANGUAGES, Say, say_in
from app.services import mail_forms, outbox, payslips
from app.services.filed_papers import FiledPapers, OutgoingPaper
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@query(Permission.PAYROLL_READ)
def address(desk: Desk, payslip_id: PayslipId) -> str:
    """Return where a payslip would go: the home address, else that at work; or BehindWall."""
    slip = desk.store.payslips.get(payslip_id)
    record = desk.store.employees.record_on(slip.employee_id, desk.today)
    home = record.private.email if record.private else ""
    return home or record.profile.work_email


@command(Permission.PAYROLL_PAY, private=True)
def write(desk: Desk, payslip_id: PayslipId, password: str, to: str) -> Mail:
    """Write the mail of a payslip, locked, as a draft; raises Invalid, NotFound, BehindWall.

    What goes out is filed where the personnel office alone reads it; the password stands nowhere.
    """
    content = payslips.locked(desk, payslip_id, password)
    slip = desk.store.payslips.get(payslip_id)
    paper = payslips.SlipPapers(desk, (slip,)).paper(slip)
    say = _say_of(desk, payslip_id)
    title, lock = say("Payslip"), say("with a password")
    named = f"{title} {paper.run}"
    new = OutgoingPaper(
        f"{paper.run} {paper.number} {lock}",
        payslips.TYPE,
        Link(PERSON, slip.employee_id),
        content,
        paper.pay_on,
        name=paper.person,
    )
    record = FiledPapers(desk).file(new)
    company = desk.store.company.get().name
    form = MailForm(
        mail_forms.opened(desk).form.account_id,
        to=(to.strip(),) if to.strip() else (),
        subject=f"{named}, {company}",
        text=_text(say, named, company),
        documents=(DocumentId(record.id),),
    )
    return outbox.write(desk, form)


def _say_of(desk: Desk, payslip_id: PayslipId) -> Say:
    """Return the language of who gets a payslip, else that of the company."""
    person = desk.store.payslips.get(payslip_id).employee_id
    profile = desk.store.employees.record_on(person, desk.today).profile
    spoken = (profile.language, desk.store.company.get().language, "en")
    return say_in(next(one for one in spoken if one in LANGUAGES))


def _text(say: Say, named: str, company: str) -> str:
    told = say("Please find attached: {paper}.", paper=named)
    opens = say("It opens with the password that you were told.")
    lines = (say("Good day,"), "", told, opens, "", say("Kind regards"), company)
    return "\n".join(lines) + "\n"
