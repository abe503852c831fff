"""Papers on which one sees a layout while it is made: the office's own last one, or a sample."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.domain.contacts.address import Address
from app.domain.invoices.invoice import (
    NEWEST_INVOICES,
    Buyer,
    Discount,
    Invoice,
    Kind,
    Line,
    State,
)
from app.domain.invoices.layout import LayoutForm, PaperKind, check_layout
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.formats.packs import pack
from app.lang.texts import Say, say_in
from app.services.dressing import Wardrobe
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.papers import delivery_note_of, pdf_of
from app.services.permissions import Permission, query

TERMS_DAYS = 14
NUMBER = "20260042"


@query(Permission.INVOICES_READ)
def sample(
    desk: Desk,
    form: LayoutForm,
    kind: PaperKind = PaperKind.INVOICE,
    language: str = "",
    *,
    is_own: bool = False,
) -> bytes:
    """Return a paper as a layout that is tried out would have it, as PDF; raises Invalid.

    ``is_own`` shows the office's last invoice where there is one, else a sample is shown.
    """
    ready = form.tidied()
    require_right(tuple(one for one in check_layout(ready) if one.field != "name"))
    wardrobe = Wardrobe(desk)
    shown = (_last(desk) if is_own else None) or _Sample(desk, language).invoice()
    invoice = replace(shown, language=language or shown.language)
    if kind is PaperKind.CREDIT_NOTE:
        invoice = replace(invoice, kind=Kind.CREDIT_NOTE)
    products = (line.product_id for line in invoice.lines if line.product_id)
    outfit, totals = wardrobe.wearing(ready, products), totals_of(invoice)
    if kind is PaperKind.DELIVERY_NOTE:
        return delivery_note_of(invoice, totals, outfit)
    return pdf_of(invoice, totals, outfit)


def _last(desk: Desk) -> Invoice | None:
    """Return the newest invoice of the office, or none."""
    found = desk.store.invoices.first(NEWEST_INVOICES, 1)
    return desk.store.invoices.get(InvoiceId(found[0])) if found else None


class _Sample:
    """Writes an invoice that shows whatever a layout can show, in a language."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._company = desk.store.company.get()
        self._today = desk.today
        self._language = language or self._company.language
        self._say: Say = say_in(self._language)

    def invoice(self) -> Invoice:
        """Return the invoice, as if it had been issued: a draft would be marked as one."""
        say, company = self._say, self._company
        return Invoice(
            id=InvoiceId(0),
            version=1,
            state=State.ISSUED,
            currency=company.currency,
            language=self._language,
            terms_days=TERMS_DAYS,
            buyer=Buyer(
                say("Sample Customer Ltd"),
                Address("Rosenweg 12", "", "10245", "Berlin", "", "DE"),
                number="1042",
                vat_id="DE136695976",
            ),
            lines=self._lines(),
            issued_on=self._today,
            due_on=self._today + timedelta(TERMS_DAYS),
            delivered_on=self._today - timedelta(1),
            number=NUMBER,
            reference=pack(company.country).reference_of(NUMBER),
            your_reference="PO 7781",
            our_reference=company.name,
            order_reference="A-2201",
        )

    def _lines(self) -> tuple[Line, ...]:
        say, codes = self._say, pack(self._company.country).vat
        usual, other = codes[0], codes[min(1, len(codes) - 1)]
        words = (
            (say("Garden bench, oiled pine, 120 cm"), "3", "129.90", say("pcs"), 10, usual),
            (say("Coffee, dark roast 500 g"), "24", "4.95", say("bags"), 0, other),
            (say("Assembly, by the hour"), "2.5", "48", say("h"), 0, usual),
            (say("Delivery"), "1", "12.50", "", 0, usual),
        )
        return tuple(
            Line(
                text,
                Quantity(Decimal(count)),
                unit,
                UnitPrice(Decimal(price)),
                vat=code.code,
                rate=Rate(code.rate_on(self._today)),
                category=code.category,
                discount=Discount(Rate(Decimal(percent))),
            )
            for text, count, price, unit, percent, code in words
        )
