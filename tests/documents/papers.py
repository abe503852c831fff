"""Papers to test with: the invoices of the journeys, in four countries and of any length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from app.documents.dress import Dress
from app.documents.invoices import InvoicePaper, describe
from app.documents.look import Look
from app.documents.model import Document
from app.documents.paying import PaymentFacts
from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier
from app.domain.invoices.designs import Design, LogoPlace
from app.domain.invoices.invoice import Buyer, Discount, Invoice, Kind, Line, State
from app.domain.invoices.layout import (
    ColumnChoice,
    ColumnTitle,
    LayoutForm,
    LineColumn,
    PaperField,
)
from app.domain.invoices.layout_texts import LayoutText
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.vat import Category
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.lang.words import in_words
from tests.domain.invoices.works import final, part, share

BAR_CODE = "449500094200287300006865600000000000000202600017260324"
EPC = (
    "BCD\n002\n1\nSCT\nOKOYFIHH\nPuu ja Penkki Oy\nFI4950009420028730\n"
    "EUR686.56\n\nRF85202600017\n\n"
)
SWISS = "\n".join(
    (
        *("SPC", "0200", "1", "CH5800791123000889012"),
        *("S", "Holz & Söhne GmbH", "Gärtnerstraße 7", "", "10245", "Berlin", "DE"),
        *([""] * 7),
        *("1995.00", "CHF"),
        *("S", "Pia Rutschmann", "Marktgasse 28", "", "9400", "Rorschach", "CH"),
        *("SCOR", "RF85202600017", "20260001", "EPD"),
    )
)
PROMPTPAY = "00020101021229370016A000000677010111021301055600012355802TH5303764540810400.006304FF96"
FINNISH = Company(
    name="Puu ja Penkki Oy",
    country="FI",
    currency="EUR",
    language="fi",
    address=Address("Sahakatu 12 B 3", "", "33100", "Tampere", "", "FI"),
    identifiers=(Identifier("fi.business_id", "20774740"), Identifier("fi.vat", "FI20774740")),
    accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
    phone="+358 40 123 4567",
    email="laskutus@puujapenkki.example",
    website="www.puujapenkki.example",
    late_interest="8,0 %",
)
THAI = Company(
    name="บริษัท ภูเก็ตน้ำทิพย์ จำกัด",
    country="TH",
    currency="THB",
    language="th",
    address=Address("99/1 ถนนที่วัดใต้", "ตำบลตลาดใหญ่", "83000", "อำเภอเมือง", "ภูเก็ต", "TH"),
    identifiers=(Identifier("th.tin", "0105560001235"),),
    accounts=(BankAccount("123-4-56789-0"),),
    phone="076 123 456",
    email="acc@namthip.example",
)
GERMAN = Company(
    name="Holz & Söhne GmbH",
    country="DE",
    currency="EUR",
    language="de",
    address=Address("Gärtnerstraße 7", "", "10245", "Berlin", "", "DE"),
    identifiers=(Identifier("de.vat", "DE136695976"),),
    accounts=(BankAccount("DE89370400440532013000", "COBADEFFXXX"),),
    phone="+49 30 123456",
    email="rechnung@holz.example",
)
AMERICAN = Company(
    name="Oak & Bench, Inc.",
    country="US",
    currency="USD",
    language="en",
    address=Address("500 Main Street", "Suite 12", "78701", "Austin", "TX", "US"),
    identifiers=(Identifier("us.ein", "123456789"),),
    phone="(512) 555-0142",
    website="oakandbench.example",
)


def a_line(description: str, quantity: str, price: str, rate: str, **more: Any) -> Line:
    """Return a line from the texts that a clerk would type."""
    return Line(
        description=description,
        quantity=Quantity(Decimal(quantity)),
        price=UnitPrice(Decimal(price)),
        rate=Rate(Decimal(rate)),
        **more,
    )


GOODS = (
    a_line(
        "Penkki, mänty, 120 cm",
        "3",
        "129.90",
        "25.5",
        unit="kpl",
        discount=Discount(percent=Rate(Decimal(10))),
    ),
    a_line("Kahvi, tumma paahto 500 g", "24", "4.95", "13.5", unit="pss"),
    a_line("Paikallislehti, vuosikerta", "2", "60.00", "10", unit="kpl"),
    a_line("Toimituskulut", "1", "12.50", "25.5"),
)


def an_invoice(count: int = 4, **parts: Any) -> Invoice:
    """Return the Finnish invoice with three rates (journey 6), its lines repeated or cut."""
    made = Invoice(
        id=InvoiceId(1),
        version=1,
        state=State.ISSUED,
        currency="EUR",
        language="fi",
        terms_days=14,
        buyer=Buyer(
            "Kahvila Käki Oy",
            Address("Hämeenkatu 5", "", "33200", "Tampere", "", "FI"),
            number="1042",
            business_id="1572860-0",
        ),
        lines=tuple(GOODS[at % len(GOODS)] for at in range(count)),
        discount=Discount(percent=Rate(Decimal(5))),
        issued_on=date(2026, 3, 10),
        due_on=date(2026, 3, 24),
        delivered_on=date(2026, 3, 9),
        number="20260001",
        reference="202600017",
        your_reference="Maija Meikäläinen",
        our_reference="Seppo Virtanen",
        note="Kiitos tilauksesta! Huomautukset 8 päivän kuluessa.",
    )
    return replace(made, **parts)


def a_paper(invoice: Invoice, company: Company = FINNISH, **parts: Any) -> InvoicePaper:
    """Return the paper of an invoice in its own language."""
    made = InvoicePaper(
        invoice=invoice,
        totals=totals_of(invoice),
        company=company,
        say=say_in(invoice.language),
        formats=formats_in(invoice.language, company.country),
        payment=PaymentFacts("FI49 5000 9420 0287 30", "OKOYFIHH", "2026 00017", BAR_CODE, EPC),
    )
    return replace(made, **parts)


Paper = Callable[[], Document]


def finnish(lines: int = 4, **parts: Any) -> Document:
    """Return a Finnish invoice of so many lines."""
    return describe(a_paper(an_invoice(lines, **parts)))


def draft() -> Document:
    """Return an English draft that lacks nearly everything."""
    line = a_line("A bench for the garden", "1", "129.90", "25.5", unit="pc")
    invoice = Invoice(
        InvoiceId(2), 1, State.DRAFT, "EUR", "en", terms_days=14, lines=(line,), buyer=None
    )
    return describe(a_paper(invoice, payment=None))


def a_part(kind: Kind) -> Document:
    """Return a paper of a work in parts: its down payment, or the final invoice."""
    goods = tuple(replace(line, vat=str(line.rate)) for line in GOODS)
    whole = an_invoice(lines=goods)
    papers = [part(whole, share("30")), part(whole, share("20"), Kind.PARTIAL)]
    made = papers[0] if kind is Kind.DOWN_PAYMENT else final(whole, papers)
    names = {one.id: f"202600{place}" for place, one in enumerate(papers, start=15)}
    taken = tuple(replace(one, number=names[one.invoice_id]) for one in made.deducted)
    return describe(a_paper(replace(made, number="20260017", deducted=taken)))


def thai() -> Document:
    """Return a Thai tax invoice (journey 12)."""
    invoice = an_invoice(
        currency="THB",
        language="th",
        lines=(a_line("ค่าบริการที่ปรึกษา วันที่ 1–15 มีนาคม", "1", "10000", "7", unit="ครั้ง"),),
        discount=Discount(),
        issued_on=date(2026, 3, 15),
        due_on=date(2026, 3, 29),
        delivered_on=None,
        number="INV2569-0001",
        buyer=Buyer(
            "ห้างหุ้นส่วนจำกัด กตัญญูการค้า",
            Address("12 ซอยสุขุมวิท 21", "แขวงคลองเตยเหนือ", "10110", "เขตวัฒนา", "กรุงเทพมหานคร", "TH"),
            vat_id="0103547000128",
            branch="00001",
        ),
        your_reference="",
        our_reference="",
        note="หนี้ที่ชำระแล้วกรุณาแจ้งแผนกบัญชี A วันที่ทำการ น้ำหนึ่งใจเดียวกัน",
    )
    paper = a_paper(invoice, THAI)
    words = in_words(paper.totals.gross, "th")
    payment = PaymentFacts("123-4-56789-0", "", "", "", PROMPTPAY)
    return describe(replace(paper, amount_in_words=words, payment=payment))


def german() -> Document:
    """Return a German invoice to an Austrian firm, without VAT."""
    lines = (
        a_line(
            "Gartenbank „Linde“, geölt",
            "2",
            "450",
            "0",
            category=Category.INTRA_COMMUNITY,
            unit="Stk",
        ),
        a_line("Lieferung nach Wien", "1", "100", "0", category=Category.INTRA_COMMUNITY),
    )
    invoice = an_invoice(
        lines=lines,
        language="de",
        discount=Discount(),
        buyer=Buyer(
            "Café Mozart KG",
            Address("Ringstraße 1", "", "1010", "Wien", "", "AT"),
            vat_id="ATU12345675",
        ),
        note="",
    )
    payment = PaymentFacts("DE89 3704 0044 0532 0130 00", "COBADEFFXXX", "RE-20260001", "", EPC)
    return describe(a_paper(invoice, GERMAN, payment=payment))


def swiss(**parts: Any) -> Document:
    """Return a German invoice in francs, paid into a Swiss account by a QR-bill."""
    company = replace(GERMAN, accounts=(BankAccount("CH5800791123000889012"),))
    buyer = Buyer(
        "Pia Rutschmann", address=Address("Marktgasse 28", "", "9400", "Rorschach", "", "CH")
    )
    lines = (a_line("Beratung", "3", "665", "0", vat="export", category=Category.EXPORT),)
    invoice = an_invoice(
        lines=lines, buyer=buyer, currency="CHF", language="de", discount=Discount()
    )
    invoice = replace(invoice, **parts)
    payment = PaymentFacts("CH58 0079 1123 0008 8901 2", reference="RF85 2026 0001 7", swiss=SWISS)
    return describe(a_paper(invoice, company, payment=payment))


def american() -> Document:
    """Return an American invoice (journey 13)."""
    invoice = an_invoice(
        lines=(a_line("Oak bench, 6 ft", "1", "1234.56", "8.25", unit="ea"),),
        currency="USD",
        language="en",
        discount=Discount(),
        buyer=Buyer("Corner Café LLC", Address("1 Elm St", "", "60601", "Chicago", "IL", "US")),
        note="Thank you for your business.",
        delivered_on=None,
    )
    return describe(a_paper(invoice, AMERICAN, payment=None))


def a_logo() -> bytes:
    """Return a small PNG with transparency."""
    picture = Image.new("RGBA", (360, 120), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((0, 0, 119, 119), 24, fill=(23, 74, 102, 255))
    pen.ellipse((30, 30, 90, 90), fill=(255, 255, 255, 255))
    pen.rectangle((140, 48, 359, 72), fill=(200, 120, 40, 255))
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def with_logo() -> Document:
    """Return the Finnish invoice under a logo, with prices that include VAT."""
    return describe(a_paper(an_invoice(is_gross=True), logo=a_logo()))


def in_design(design: Design, accent: str, document: Document) -> Document:
    """Return a paper in another design and colour."""
    return replace(document, look=Look(design, accent))


def designed() -> Document:
    """Return a German invoice as a layout has it: own titles, positions, texts, logo at right."""
    text = LayoutText(
        "de",
        "Vielen Dank für Ihren Auftrag, {contact.name}.\n\nWir berechnen Ihnen:",
        "Bitte zahlen Sie {invoice.total} bis {invoice.due}.\nBestellung {invoice.order}",
    )
    columns = (
        ColumnChoice(LineColumn.POSITION, (ColumnTitle("de", "Pos."),)),
        ColumnChoice(LineColumn.DESCRIPTION, (ColumnTitle("de", "Leistung"),)),
        ColumnChoice(LineColumn.QUANTITY),
        ColumnChoice(LineColumn.PRICE),
        ColumnChoice(LineColumn.AMOUNT),
    )
    layout = LayoutForm(
        "Modern",
        design=Design.MODERN,
        accent="#7c2d5b",
        logo_place=LogoPlace.RIGHT,
        logo_mm=22,
        columns=columns,
        hidden=(PaperField.OUR_REFERENCE, PaperField.CUSTOMER_NUMBER),
        texts=(text,),
    )
    invoice = an_invoice(language="de", discount=Discount(), lines=GOODS[:3])
    return describe(a_paper(invoice, GERMAN, logo=a_logo(), dress=Dress(layout)))


DESIGNS = {
    "modern-finnish": lambda: in_design(Design.MODERN, "#0f766e", finnish()),
    "modern-thai": lambda: in_design(Design.MODERN, "#b4231f", thai()),
    "modern-american": lambda: in_design(Design.MODERN, "", american()),
    "modern-30-lines": lambda: in_design(Design.MODERN, "#1d4ed8", finnish(30)),
    "compact-finnish": lambda: in_design(Design.COMPACT, "#b4231f", with_logo()),
    "compact-german": lambda: in_design(Design.COMPACT, "", german()),
    "compact-200-lines": lambda: in_design(Design.COMPACT, "#1d4ed8", finnish(200)),
    "classic-coloured": lambda: in_design(Design.CLASSIC, "#7c2d5b", with_logo()),
    "designed": designed,
}
"""Papers in each design, in colours of their own."""
GOLDEN: dict[str, Callable[[], Document]] = {
    "finnish": finnish,
    "finnish-30-lines": lambda: finnish(30),
    "finnish-no-lines": lambda: finnish(0),
    "logo-gross-prices": with_logo,
    "draft": draft,
    "thai": thai,
    "german": german,
    "american": american,
    "swiss": swiss,
    "down-payment": lambda: a_part(Kind.DOWN_PAYMENT),
    "final": lambda: a_part(Kind.FINAL),
}
