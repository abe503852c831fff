"""The sample company's post: bills, a contract, a letter, a mail and a scan of made-up senders."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from email.message import EmailMessage
from typing import Any

from app.documents.model import (
    Address,
    Align,
    Block,
    Column,
    Document,
    Fact,
    Grid,
    Layout,
    Letterhead,
    Paragraph,
    Row,
    Tone,
    Totals,
)
from app.domain.admin.company import Company
from app.domain.archive.form import form_of
from app.domain.archive.receiving import Incoming, Origin, Part
from app.domain.bills.reading import bill_of
from app.domain.shared.ids import ContactId, DocumentId
from app.domain.shared.money import Money, money
from app.lang.formats import Formats, formats_in
from app.services import bills, contacts, documents, kinds, receiving
from app.services.office import Office

Story = Mapping[str, Any]
DUE_DAYS = 14
_PDF, _MAIL, _JPEG = "application/pdf", "message/rfc822", "image/jpeg"
_XML = "application/xml"
_SCAN_DOTS = 1.4
_LAYOUTS = {"FI": Layout.SFS2487, "TH": Layout.TH, "DE": Layout.DIN5008, "US": Layout.US}


class Post:
    """Files the papers of a story in one office; ``senders`` are the contacts behind its keys."""

    def __init__(self, office: Office, story: Story, senders: Mapping[str, ContactId]) -> None:
        self._office = office
        self._senders = senders
        self._words: Story = story["papers"]["words"]
        self._company = _company_of(office)
        self._formats = formats_in(self._company.language, self._company.country)
        self._types = {one.code: one.id for one in office.ask(kinds.sorting).types}

    def file(self, one: Story) -> DocumentId:
        """Make a paper, take it in, and file it unless it waits in the inbox."""
        total, came = self._total(one), one.get("came", "pdf")
        made = _MADE[came](one, self._e_invoice(one) if came == "xml" else self._paper(one))
        parts = tuple(self._part(*part) for part in made[1:])
        incoming = replace(self._incoming(*made[0]), parts=parts)
        received = self._office.do(receiving.keep, (incoming,)).result
        if not one.get("waits", False):
            self._sort(received[-1].document_id, one, total)
        if came == "xml":
            self._draft_bill(received[-1].document_id, one, made[0][-1])
        return received[-1].document_id

    def _draft_bill(self, document_id: DocumentId, one: Story, xml: bytes) -> None:
        """Keep what an e-invoice says as a draft bill of its sender."""
        from app.formats.einvoices.reading import read_xml  # noqa: PLC0415  only for the sample

        form = replace(bill_of(read_xml(xml, one["file"])), supplier_id=self._senders[one["from"]])
        self._office.do(bills.keep, document_id, 0, form)

    def _e_invoice(self, one: Story) -> bytes:
        # The writers of e-invoices load lxml, which nothing before them needs.
        from app.services.demo_bills import e_invoice  # noqa: PLC0415  only for the sample

        supplier = self._office.ask(contacts.get, self._senders[one["from"]])
        return e_invoice(one, supplier, self._company, self._day(one))

    def _sort(self, document_id: DocumentId, one: Story, total: Money | None) -> None:
        before = self._office.ask(documents.get, document_id)
        form = replace(
            form_of(before),
            title=one["title"],
            type_id=self._types[one["type"]],
            correspondent_id=self._senders.get(one["from"]),
            day=self._day(one),
            reference=one.get("number", ""),
            amount=total,
        )
        if "ends_in" in one:
            form = replace(form, event_on=self._day(one) + timedelta(days=one["ends_in"]))
        self._office.do(documents.change, document_id, before.version, form)
        self._office.do(documents.file, (document_id,))

    def _incoming(self, name: str, media_type: str, content: bytes) -> Incoming:
        stored = self._office.database.contents.put((content,))
        origin = {_MAIL: Origin.MAIL, _JPEG: Origin.SCANNER}.get(media_type, Origin.CHOSEN)
        return Incoming(name, media_type, stored.sha256, stored.size, origin)

    def _part(self, name: str, media_type: str, content: bytes) -> Part:
        safe = self._incoming(name, media_type, content)
        return Part(name, media_type, safe.sha256, safe.size)

    def _day(self, one: Story) -> date:
        return self._office.clock.today() - timedelta(days=one["days_ago"])

    def _total(self, one: Story) -> Money | None:
        if "lines" not in one:
            return None
        net = sum(Decimal(count) * Decimal(price) for _text, count, price in one["lines"])
        return money(net * (1 + Decimal(one["rate"]) / 100), self._company.currency)

    def _paper(self, one: Story) -> bytes:
        # The renderer loads reportlab, which nothing before it needs.
        from app.documents.pdf.render import render  # noqa: PLC0415  only for the sample

        company = self._company
        to = company.address
        return render(
            Document(
                company.language,
                one["heading"],
                one["title"],
                Letterhead(one["sender"][0], tuple(one["sender"][1:])),
                layout=_LAYOUTS[company.country],
                address=Address((company.name, to.street, f"{to.postcode} {to.town}".strip())),
                facts=tuple(self._facts(one)),
                blocks=self._blocks(one),
                footer=(tuple(one["sender"]),),
            )
        )

    def _facts(self, one: Story) -> Sequence[Fact]:
        words, day = self._words, self._day(one)
        facts = [Fact(words["date"], self._formats.day(day))]
        if "number" in one:
            facts.insert(0, Fact(words["number"], one["number"]))
        if "lines" in one:
            due = day + timedelta(days=DUE_DAYS)
            facts.append(Fact(words["due"], self._formats.day(due)))
        return facts

    def _blocks(self, one: Story) -> tuple[Block, ...]:
        texts = tuple(Paragraph(text) for text in one.get("text", ()))
        if "lines" not in one:
            return texts
        return (*texts, *_sums(one, self._words, self._formats, self._company.currency))


def _sums(one: Story, words: Story, formats: Formats, currency: str) -> tuple[Block, ...]:
    """Return the lines of a bill and what they come to."""
    rows, net = [], Decimal(0)
    for text, count, price in one["lines"]:
        line = Decimal(count) * Decimal(price)
        net += line
        told = (money(amount, currency).minor for amount in (Decimal(price), line))
        rows.append(Row((text, count, *(formats.amount(minor, currency) for minor in told))))
    rate = Decimal(one["rate"])
    whole, base = money(net * (1 + rate / 100), currency), money(net, currency)

    def written(amount: Money) -> str:
        return formats.money(amount.minor, currency)

    columns = (
        Column(words["item"], weight=1),
        *(Column(words[name], Align.RIGHT) for name in ("count", "price", "sum")),
    )
    totals = (
        Fact(words["net"], written(base)),
        Fact(words["vat"], written(Money(whole.minor - base.minor, currency))),
        Fact(words["total"], written(whole), Tone.STRONG),
    )
    return Grid(columns, tuple(rows)), Totals(totals)


_Made = list[tuple[str, str, bytes]]


def _as_file(one: Story, paper: bytes) -> _Made:
    return [(one["file"], _PDF, paper)]


def _as_xml(one: Story, xml: bytes) -> _Made:
    return [(one["file"], _XML, xml)]


def _as_mail(one: Story, paper: bytes) -> _Made:
    """Return a mail with the paper attached, and the paper."""
    mail = EmailMessage()
    mail["Subject"], mail["From"] = one["subject"], one["mail"]
    mail["Message-ID"] = f"<{one['number']}@sample.example>"
    mail.set_content(one["words"], cte="base64")
    mail.add_attachment(paper, "application", "pdf", filename=one["file"])
    mail.set_boundary("backdesk-sample")
    return [(f"{one['subject']}.eml", _MAIL, mail.as_bytes()), (one["file"], _PDF, paper)]


def _as_scan(one: Story, paper: bytes) -> _Made:
    """Return the paper as a scanner sees it: a picture, not quite straight."""
    import pypdfium2  # noqa: PLC0415  only for the sample
    from PIL import Image  # noqa: PLC0415  only for the sample

    with pypdfium2.PdfDocument(paper) as document:
        page = document[0].render(scale=_SCAN_DOTS, grayscale=True).to_pil()
    scan = io.BytesIO()
    page.convert("L").rotate(0.6, Image.Resampling.BICUBIC, fillcolor=250).save(
        scan, "JPEG", quality=70
    )
    return [(one["file"].replace(".pdf", ".jpg"), _JPEG, scan.getvalue())]


_MADE: Mapping[str, Callable[[Story, bytes], _Made]] = {
    "pdf": _as_file,
    "scan": _as_scan,
    "mail": _as_mail,
    "xml": _as_xml,
}


def _company_of(office: Office) -> Company:
    # The company's own service loads what shows it; only its row is needed.
    with office.database.read() as unit:
        return unit.company.get()
