"""Documents to test with: the invoices of the journeys and papers of any length."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.documents.invoices import InvoicePaper, PaymentFacts
from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier
from app.domain.invoices.invoice import Buyer, Discount, Invoice, Line, State
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.lang.texts import say_in


class TestFormats:
    """Stands in until the language room's formats have landed."""

    __test__ = False

    def amount(self, minor: int, currency: str) -> str:
        sign = "−" if minor < 0 else ""
        units, cents = divmod(abs(minor), 100)
        return f"{sign}{units:,}".replace(",", "\u00a0") + f",{cents:02d}"

    def money(self, minor: int, currency: str) -> str:
        return f"{self.amount(minor, currency)}\u00a0€"

    def decimal(self, value: Decimal, places: int | None = None) -> str:
        text = f"{value:.{places}f}" if places is not None else f"{value.normalize():f}"
        return text.replace(".", ",")

    def percent(self, value: Decimal) -> str:
        return f"{self.decimal(value)}\u00a0%"

    def day(self, day: date) -> str:
        return f"{day.day}.{day.month}.{day.year}"


BAR_CODE = "449500094200287300006865600000000000000202600017260324"
EPC = "\n".join(
    ("BCD", "002", "1", "SCT", "NDEAFIHH", "Puu ja Penkki Oy", "FI4950009420028730", "EUR686.56",
     "", "RF85202600017", "", "")
)


def a_line(description: str, quantity: str, price: str, rate: str, **more: object) -> Line:
    return Line(
        description=description,
        quantity=Quantity(Decimal(quantity)),
        price=UnitPrice(Decimal(price)),
        rate=Rate(Decimal(rate)),
        **more,  # type: ignore[arg-type]  # builders pass through whatever field is named
    )


def finnish_company() -> Company:
    return Company(
        name="Puu ja Penkki Oy",
        country="FI",
        currency="EUR",
        language="fi",
        address=Address("Sahakatu 12 B 3", "", "33100", "Tampere", "", "FI"),
        identifiers=(Identifier("fi.business-id", "1234567-1"), Identifier("vat", "FI12345671")),
        accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
        phone="+358 40 123 4567",
        email="laskutus@puujapenkki.example",
        website="www.puujapenkki.example",
        late_interest="8,0 %",
    )


def three_rates(lines: int = 4) -> Invoice:
    base = (
        a_line("Penkki, mänty, 120 cm", "3", "129.90", "25.5", unit="kpl",
               discount=Discount(percent=Rate(Decimal(10)))),
        a_line("Kahvi, tumma paahto 500 g", "24", "4.95", "13.5", unit="pss"),
        a_line("Paikallislehti, vuosikerta", "2", "60.00", "10", unit="kpl"),
        a_line("Toimituskulut", "1", "12.50", "25.5"),
    )
    return Invoice(
        id=InvoiceId(1), version=1, state=State.ISSUED, currency="EUR", language="fi",
        terms_days=14,
        buyer=Buyer("Kahvila Käki Oy", Address("Hämeenkatu 5", "", "33200", "Tampere", "", "FI"),
                    number="1042", business_id="7654321-4"),
        lines=tuple(base[at % 4] for at in range(lines)),
        discount=Discount(percent=Rate(Decimal(5))),
        issued_on=date(2026, 3, 10), due_on=date(2026, 3, 24), delivered_on=date(2026, 3, 9),
        number="20260001", reference="202600017", your_reference="Maija Meikäläinen",
        our_reference="Seppo", note="Kiitos tilauksesta! Reklamaatiot 8 päivän kuluessa.",
    )


def finnish_paper(invoice: Invoice | None = None, logo: bytes = b"") -> InvoicePaper:
    invoice = invoice or three_rates()
    return InvoicePaper(
        invoice=invoice,
        totals=totals_of(invoice),
        company=finnish_company(),
        say=say_in(invoice.language),
        formats=TestFormats(),
        payment=PaymentFacts("FI49 5000 9420 0287 30", "OKOYFIHH", "2026 00017", BAR_CODE, EPC),
        logo=logo,
    )
