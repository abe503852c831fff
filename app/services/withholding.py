"""Certificates of tax withheld: ours are numbered and filed, those of customers are recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.documents.accounting import Imprint
from app.documents.withholding import describe_certificate, describe_list
from app.domain.admin.pack import WITHHELD_SERIES
from app.domain.archive.document import DocumentState, Link
from app.domain.archive.record import Filing
from app.domain.payments.certificate_findable import KIND, findable
from app.domain.payments.withholding import (
    NUMBER_TAKEN,
    WITHOUT_REASON,
    Certificate,
    CertificateState,
    NewCertificate,
    Party,
    Return,
    Side,
    TaxList,
    check,
    listed,
    party_of,
    tidied,
)
from app.domain.shared.ids import CertificateId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, NotFound, Refusal
from app.formats.pnd import written
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.einvoicing import PDF
from app.services.exports import Exported
from app.services.issuing import require_right
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import NewDocument, Register, begun
from app.storage.exports import hand_out

FORM = "certificate-form"
"""The form in which a certificate is written."""
COUNTRY = "TH"
CONTACT = "contact"


class OnlyInThailand(Refusal):
    """The certificate is a form of the Thai Revenue Department."""

    code = "withholding.only-in-thailand"


@query(Permission.ACCOUNTING_READ)
def certificates(desk: Desk, first: date, last: date) -> tuple[Certificate, ...]:
    """Return the certificates of some days, the newest first, voided ones among them."""
    every = desk.store.certificates.all()
    found = [one for one in every if first <= one.day <= last]
    return tuple(sorted(found, key=lambda one: (one.day, one.id), reverse=True))


@query(Permission.ACCOUNTING_READ)
def get(desk: Desk, certificate_id: CertificateId) -> Certificate:
    """Return a certificate; raises NotFound."""
    return desk.store.certificates.get(certificate_id)


@query(Permission.ACCOUNTING_READ)
def check_certificate(desk: Desk, content: NewCertificate) -> tuple[Problem, ...]:
    """Return what is wrong with a certificate as it is written; raises NotFound."""
    return _Certifying(desk).problems(tidied(content))


@command(Permission.ACCOUNTING_POST)
def issue(
    desk: Desk, new: NewCertificate, certificate_id: CertificateId | None = None
) -> Certificate:
    """Number a certificate and file its paper, or record a customer's, all or nothing.

    Raises Invalid, NotFound, Conflict, SeriesClosed, EarlierThanLast, OnlyInThailand.
    """
    certifying = _Certifying(desk)
    own = certificate_id or CertificateId(new_id())
    kept = certifying.certificate(tidied(new), own)
    desk.store.drafts.drop(FORM, own, desk.who.name)
    desk.store.certificates.add(kept)
    desk.store.search.put(findable(kept))
    if kept.side is Side.ISSUED:
        certifying.file(kept)
    return kept


@command(Permission.ACCOUNTING_POST)
def void(desk: Desk, certificate_id: CertificateId, version: int, reason: str) -> Certificate:
    """Void a certificate: its number and its paper stay, no return lists it any more.

    Raises Invalid without a reason, NotFound, Conflict, CertificateVoided.
    """
    if not (told := one_line(reason)):
        raise Invalid((WITHOUT_REASON.at("reason"),))
    before = desk.store.certificates.get(certificate_id)
    after = before.voided(desk.today, told)
    if before.version != version:
        raise Conflict(record="withholding_certificate", id=certificate_id)
    desk.store.certificates.save(before, after)
    return after


@query(Permission.ACCOUNTING_READ)
def page(desk: Desk, certificate_id: CertificateId) -> bytes:
    """Return the certificate as it was filed; raises NotFound, also for a customer's."""
    filed = desk.store.archive.of(_source(certificate_id))
    if not filed:
        raise NotFound(record="document", id=certificate_id)
    return b"".join(desk.store.archive.read(filed[-1].id))


@query(Permission.ACCOUNTING_READ)
def tax_list(desk: Desk, form: Return, month: date) -> TaxList:
    """Return what is declared for a month on P.N.D. 1, 3 or 53."""
    currency = desk.store.company.currency()
    return listed(form, month, desk.store.certificates.all(), currency)


@query(Permission.ACCOUNTING_READ)
def tax_list_page(desk: Desk, form: Return, month: date, language: str = "") -> bytes:
    """Return the list of a month as PDF, in the company's language by default."""
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    return render(describe_list(tax_list(desk, form, month), _imprint(desk, language)))


@query(Permission.OFFICE_EXPORT)
def export_tax_list(
    desk: Desk, form: Return, month: date, target: Path, *, replace: bool = False
) -> Exported:
    """Write the list of a month as a text file, a line for each payment.

    Raises AlreadyThere, CannotWrite.
    """
    found = tax_list(desk, form, month)
    hand_out(written(found), target, replace=replace)
    return Exported(target, len(found.rows))


class _Certifying:
    """Checks, numbers and files certificates at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._company = desk.store.company.get()
        if self._company.country != COUNTRY:
            raise OnlyInThailand(country=self._company.country)

    def problems(self, new: NewCertificate) -> tuple[Problem, ...]:
        """Return every problem of a tidy certificate; raises NotFound without its party."""
        other = party_of(self._desk.store.contacts.get(new.contact_id))
        found = check(new, other, self._company.currency, self._desk.today)
        return (*found, *self._taken(new))

    def certificate(self, new: NewCertificate, own: CertificateId) -> Certificate:
        """Return the certificate, with its number; raises Invalid, SeriesClosed."""
        require_right(self.problems(new))
        us, other = self._us(), party_of(self._desk.store.contacts.get(new.contact_id))
        is_ours = new.side is Side.ISSUED
        day = new.day or max(row.paid_on for row in new.rows)
        number = new.number
        if is_ours:
            number = Numbering(self._desk, self._company).take(WITHHELD_SERIES, day)
        return Certificate(
            id=own,
            version=1,
            state=CertificateState.VALID,
            side=new.side,
            number=number,
            day=day,
            form=new.form,
            contact_id=new.contact_id,
            payer=us if is_ours else other,
            payee=other if is_ours else us,
            rows=new.rows,
            borne=new.borne,
            book=new.book,
        )

    def file(self, one: Certificate) -> None:
        """File the paper of a certificate for good; it speaks Thai and English, as the form."""
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        desk = self._desk
        content = render(describe_certificate(one, _imprint(desk, "th")))
        name = f"{one.number}.pdf".replace("/", "-")
        filing = Filing(name, PDF, _source(one.id), is_sealed=True)
        (record,) = desk.store.archive.add_many([(filing, (content,))], desk.now)
        card = replace(
            begun(record, one.number),
            state=DocumentState.FILED,
            correspondent_id=one.contact_id,
            day=one.day,
            reference=one.number,
            amount=one.tax,
            is_sealed=True,
        )
        links = (Link(CONTACT, one.contact_id),)
        found = Register(desk).keep((NewDocument(card, record, links, one.payee.name),))
        desk.store.search.put_many(found)

    def _us(self) -> Party:
        company = self._company
        tax_id = company.identifier("th.tin")
        return Party(company.name, tax_id, company.branch, company.address)

    def _taken(self, new: NewCertificate) -> tuple[Problem, ...]:
        """Return a problem where the customer's certificate was recorded before."""
        if new.side is Side.ISSUED:
            return ()
        said = (new.book.casefold(), new.number.casefold())
        for one in self._desk.store.certificates.all():
            is_same = one.side is Side.RECEIVED and one.contact_id == new.contact_id
            is_valid = one.state is CertificateState.VALID
            if is_same and is_valid and (one.book.casefold(), one.number.casefold()) == said:
                facts = {"number": one.number, "name": one.payer.name}
                return (NUMBER_TAKEN.at("number", **facts),)
        return ()


def _source(certificate_id: CertificateId) -> str:
    return f"{KIND}:{certificate_id}"


def _imprint(desk: Desk, language: str) -> Imprint:
    company = desk.store.company.get()
    spoken = language or company.language
    return Imprint(company, say_in(spoken), formats_in(spoken, company.country), desk.today)
