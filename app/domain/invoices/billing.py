"""From an invoice to what is sent of it: every figure of the e-invoice is worked out here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount
from app.domain.invoices.einvoice import (
    CREDIT_NOTE,
    DOWN_PAYMENT,
    EUROPEAN,
    INVOICE,
    PARTIAL,
    XRECHNUNG,
    Adjustment,
    BillLine,
    EBill,
    Party,
    Paying,
    Place,
    Preceding,
    Reach,
    Span,
    Sums,
    VatPart,
)
from app.domain.invoices.invoice import Buyer, Discount, Invoice, Kind, Line, Totals, VatTotal
from app.domain.invoices.netting import NetLine, in_cents, net_group, net_lines
from app.domain.invoices.posting import NotIssued, tax_at_home
from app.domain.shared.eformats import EFormat
from app.domain.shared.endpoints import EMAIL, LEITWEG, VAT_ENDPOINTS
from app.domain.shared.identifiers import compact, is_right
from app.domain.shared.money import Money, total, zero
from app.domain.shared.vat import Category

PIECE = "C62"
"""The unit code of UN/ECE Rec 20 for things that are counted."""
DISCOUNT_CODE = "95"
Y_TUNNUS_SCHEME = "0212"
SEPA_TRANSFER, TRANSFER, NOT_DEFINED, CLEARING = "58", "30", "1", "97"
HUNDRED = Decimal(100)
VATEX = {
    Category.REVERSE_CHARGE: "VATEX-EU-AE",
    Category.INTRA_COMMUNITY: "VATEX-EU-IC",
    Category.EXPORT: "VATEX-EU-G",
    Category.OUTSIDE_SCOPE: "VATEX-EU-O",
}
CII_FORMATS = frozenset({EFormat.FACTURX, EFormat.XRECHNUNG_CII})
TAXED = frozenset({Category.STANDARD, Category.ZERO})
COUNTRIES = {"XK": "1A"}
"""Countries that EN 16931 calls otherwise than the post: ISO 3166 has no code for Kosovo."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the e-invoice says in the language of the buyer.

    ``terms`` and ``early`` are the terms of payment and of the early-payment discount, ``title``
    what the paper is called; ``reasons`` say, for a VAT code, why there is no VAT.
    """

    discount: str = "Discount"
    charge: str = "Charge"
    terms: str = ""
    early: str = ""
    title: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sending:
    """What an office knows of itself when it sends: who it is, where it is paid, its units.

    ``units`` maps a unit as people write it (small letters) to its code of UN/ECE Rec 20,
    ``provinces`` a province of Thailand to its code.
    """

    seller: Party
    home_currency: str
    account: BankAccount | None = None
    units: Mapping[str, str] = field(default_factory=dict)
    words: Words = Words()
    provinces: Mapping[str, str] = field(default_factory=dict)


def bill_of(invoice: Invoice, totals: Totals, sending: Sending) -> EBill:
    """Return the e-invoice of an issued invoice, or of a draft as of a day; raises NotIssued."""
    if invoice.issued_on is None:
        raise NotIssued(invoice=invoice.id)
    is_outside = any(part.category is Category.OUTSIDE_SCOPE for part in totals.vat)
    home_tax = _home_tax(invoice, totals, sending)
    return EBill(
        eformat=invoice.eformat,
        number=invoice.number,
        issued_on=invoice.issued_on,
        code=_code(invoice),
        currency=invoice.currency,
        seller=_seller(invoice, sending.seller, is_outside=is_outside),
        buyer=_buyer(invoice, sending.seller.address.country, is_outside=is_outside),
        lines=tuple(_lines(invoice, totals, sending)),
        vat=tuple(_vat(totals, sending.words)),
        sums=_sums(invoice, totals, home_tax),
        paying=_paying(invoice, totals, sending),
        adjustments=tuple(_adjustments(invoice, totals, sending.words)),
        home_currency=sending.home_currency if home_tax is not None else "",
        due_on=invoice.due_on,
        delivered_on=invoice.delivered_on,
        span=Span(invoice.period_from, invoice.period_to),
        place=_place(invoice, totals, sending.seller.address.country),
        buyer_reference=invoice.your_reference,
        order=invoice.order_reference,
        contract=invoice.contract_reference,
        terms=_terms(invoice, sending.words),
        note=_note(invoice, sending.words),
        preceding=tuple(_preceding(invoice)),
        title=sending.words.title,
        cause=invoice.reason,
        language=invoice.language,
    )


def unit_code(unit: str, units: Mapping[str, str]) -> str:
    """Return the code of a unit as it is written, or an empty text where it has none."""
    return units.get(" ".join(unit.split()).casefold().rstrip("."), "") if unit else PIECE


def name_and_rest(text: str) -> tuple[str, str]:
    """Return the first line of a description, and what comes after it."""
    name, _end, rest = text.strip().partition("\n")
    return name.strip(), rest.strip()


def _code(invoice: Invoice) -> str:
    """Return the type code (BT-3); where a rule set does not know one, it is an invoice."""
    match invoice.kind:
        case Kind.CREDIT_NOTE:
            return CREDIT_NOTE
        case Kind.DOWN_PAYMENT if invoice.eformat not in XRECHNUNG:
            return DOWN_PAYMENT
        case Kind.PARTIAL if invoice.eformat is not EFormat.PEPPOL:
            return PARTIAL
    return INVOICE


def _seller(invoice: Invoice, seller: Party, *, is_outside: bool) -> Party:
    """Return the seller; outside the scope of VAT nobody has a VAT id (BR-O-02).

    One without a country before it is no VAT id of Europe (BR-CO-09).
    """
    is_european = invoice.eformat in EUROPEAN
    vat_id = "" if is_outside and is_european else seller.vat_id
    if is_european and not vat_id[:2].isalpha():
        seller = replace(seller, legal_id=seller.legal_id or vat_id)
        vat_id = ""
    number = "" if vat_id or seller.legal_id else seller.tax_number
    reach = replace(seller.reach, name=invoice.our_reference or seller.reach.name or seller.name)
    made = replace(seller, vat_id=vat_id, number=number, reach=reach)
    code = VAT_ENDPOINTS.get(vat_id[:2], "")
    if invoice.eformat is EFormat.PEPPOL and code and seller.endpoint_scheme in {"", EMAIL}:
        return replace(made, endpoint=vat_id, endpoint_scheme=code)
    return made


def _buyer(invoice: Invoice, home: str, *, is_outside: bool) -> Party:
    """Return the buyer; an address without a country is one at home."""
    buyer = invoice.buyer or Buyer("")
    is_european = invoice.eformat in EUROPEAN
    vat_id = compact("eu.vat", buyer.vat_id)
    legal_id, scheme = _legal_id(buyer)
    if is_european and not vat_id[:2].isalpha():
        vat_id, legal_id = "", legal_id or vat_id
    endpoint, endpoint_scheme = _endpoint(invoice, buyer)
    return Party(
        name=buyer.name,
        address=_placed(buyer.address, home),
        number=buyer.number,
        legal_id=legal_id,
        legal_scheme=scheme,
        vat_id="" if is_outside and is_european else vat_id,
        endpoint=endpoint,
        endpoint_scheme=endpoint_scheme,
        operator=buyer.operator,
        branch=buyer.branch,
        reach=Reach(email=buyer.email),
    )


def _legal_id(buyer: Buyer) -> tuple[str, str]:
    """Return the registration of the buyer (BT-47) and who gave it."""
    is_finnish = buyer.address.country in {"", "FI"} and is_right(
        "fi.business_id", buyer.business_id
    )
    return buyer.business_id, Y_TUNNUS_SCHEME if buyer.business_id and is_finnish else ""


def _endpoint(invoice: Invoice, buyer: Buyer) -> tuple[str, str]:
    """Return where the buyer gets e-invoices: as it said, else by its Leitweg-ID or e-mail."""
    if buyer.endpoint:
        return buyer.endpoint, buyer.endpoint_scheme
    leitweg = compact("de.leitweg", invoice.your_reference)
    if invoice.eformat in XRECHNUNG and is_right("de.leitweg", leitweg):
        return leitweg, LEITWEG
    return (buyer.email, EMAIL) if buyer.email else ("", "")


def _lines(invoice: Invoice, totals: Totals, sending: Sending) -> Iterator[BillLine]:
    """Yield the lines; text between them is the note of the next one, at the end of the last."""
    texts: list[str] = []
    lines = zip(invoice.lines, net_lines(invoice, totals), strict=True)
    made: BillLine | None = None
    for place, (line, figures) in enumerate(lines, start=1):
        if figures is None:
            texts.append(line.description.strip())
            continue
        if made is not None:
            yield made
        made = replace(_bill_line(place, line, figures, invoice, sending), note="\n".join(texts))
        texts = []
    if made is not None:
        yield replace(made, note="\n".join(filter(None, (made.note, *texts))))


def _bill_line(
    place: int, line: Line, figures: NetLine, invoice: Invoice, sending: Sending
) -> BillLine:
    name, description = name_and_rest(line.description)
    return BillLine(
        number=str(place),
        name=name,
        description=description,
        quantity=figures.quantity,
        unit_code=unit_code(line.unit, sending.units) or PIECE,
        unit=line.unit,
        price=figures.price,
        net=figures.net,
        category=line.category,
        rate=line.rate,
        adjustments=_adjustment(
            figures.amount, figures.discount, line.discount, sending.words, line
        ),
        span=_line_span(line, invoice),
    )


def _line_span(line: Line, invoice: Invoice) -> Span:
    """Return the days of a line that has its own; one outside the invoice's days is left out."""
    day = line.delivered_on
    first, last = invoice.period_from, invoice.period_to
    if day is None or line.deducts or (first and day < first) or (last and day > last):
        return Span()
    return Span(day, day)


def _adjustments(invoice: Invoice, totals: Totals, words: Words) -> Iterator[Adjustment]:
    """Yield the document's allowance, by VAT category and rate."""
    for part in totals.vat:
        group = net_group(part, is_gross=invoice.is_gross)
        yield from _adjustment(group.lines, group.allowance, invoice.discount, words, part)


def _adjustment(
    base: Money, amount: Money, discount: Discount, words: Words, taxed: Line | VatTotal
) -> tuple[Adjustment, ...]:
    """Return what takes an amount off a base; below zero it is a charge."""
    if not amount:
        return ()
    is_charge = amount.minor < 0
    percent = discount.percent if not discount.amount else Decimal(0)
    follows = percent and in_cents(base.amount * percent / HUNDRED) == amount.amount
    if is_charge:
        base, amount = -base, -amount
    return (
        Adjustment(
            is_charge=is_charge,
            amount=amount,
            reason=words.charge if is_charge else words.discount,
            reason_code="" if is_charge else DISCOUNT_CODE,
            base=base if follows else None,
            percent=percent if follows else None,
            category=taxed.category,
            rate=taxed.rate,
        ),
    )


def _vat(totals: Totals, words: Words) -> Iterator[VatPart]:
    for part in totals.vat:
        is_taxed = part.category in TAXED
        yield VatPart(
            category=part.category,
            rate=part.rate,
            base=part.base,
            tax=part.tax,
            reason="" if is_taxed else words.reasons.get(part.vat, ""),
            reason_code="" if is_taxed else VATEX.get(part.category, ""),
        )


def _sums(invoice: Invoice, totals: Totals, home_tax: Money | None) -> Sums:
    groups = [net_group(part, is_gross=invoice.is_gross) for part in totals.vat]
    none, currency = zero(invoice.currency), invoice.currency
    allowances = tuple(one.allowance for one in groups if one.allowance.minor > 0)
    charges = tuple(-one.allowance for one in groups if one.allowance.minor < 0)
    return Sums(
        lines=total(tuple(one.lines for one in groups), currency),
        allowances=total(allowances, currency),
        charges=total(charges, currency),
        net=totals.net,
        tax=totals.tax,
        gross=totals.gross,
        prepaid=none,
        rounding=none,
        due=totals.gross,
        home_tax=home_tax,
    )


def _home_tax(invoice: Invoice, totals: Totals, sending: Sending) -> Money | None:
    if invoice.exchange is None or invoice.currency == sending.home_currency:
        return None
    return tax_at_home(totals, invoice.exchange.rate, sending.home_currency)


def _paying(invoice: Invoice, totals: Totals, sending: Sending) -> Paying:
    """Return how to pay; what a credit note gives back is set off.

    Finvoice has the account in every document, also where nothing is to be paid.
    """
    account, is_credit = sending.account, invoice.kind is Kind.CREDIT_NOTE
    is_paid = totals.gross.minor > 0 and not is_credit
    if account is None or not (is_paid or invoice.eformat is EFormat.FINVOICE):
        return Paying(CLEARING if is_credit else NOT_DEFINED, invoice.reference)
    is_sepa = invoice.currency == "EUR" and is_right("iban", account.iban)
    transfer = SEPA_TRANSFER if is_sepa else TRANSFER
    return Paying(
        code=transfer if is_paid else CLEARING if is_credit else NOT_DEFINED,
        reference=invoice.reference,
        account=compact("iban", account.iban),
        bic=account.bic,
        holder=sending.seller.name,
    )


def _place(invoice: Invoice, totals: Totals, home: str) -> Place | None:
    """Return where it was delivered; goods to another EU country always say it (BR-IC-12).

    CII has a place for the delivery that may not be empty: without a day the buyer stands there.
    """
    buyer = invoice.buyer or Buyer("")
    if invoice.deliver_to is not None:
        return Place(buyer.name, _placed(invoice.deliver_to, home))
    if any(part.category is Category.INTRA_COMMUNITY for part in totals.vat):
        return Place(buyer.name, _placed(buyer.address, home))
    is_bare = invoice.eformat in CII_FORMATS and invoice.delivered_on is None
    return Place(buyer.name, Address()) if is_bare else None


def _placed(address: Address, home: str) -> Address:
    country = address.country or home
    return replace(address, country=COUNTRIES.get(country, country))


def _terms(invoice: Invoice, words: Words) -> str:
    """Return the terms of payment; XRechnung has a fixed form for early payment (BR-DE-18)."""
    early = invoice.early
    if not early.percent:
        return words.terms
    fits = early.percent == round(early.percent, 2)
    if invoice.eformat in XRECHNUNG and fits:
        skonto = f"#SKONTO#TAGE={early.days}#PROZENT={early.percent:.2f}#\n"
        return f"{words.terms}\n{skonto}" if words.terms else skonto
    return "\n".join(filter(None, (words.terms, words.early)))


def _note(invoice: Invoice, words: Words) -> str:
    is_plain = invoice.kind in {Kind.INVOICE, Kind.CREDIT_NOTE}
    return "\n".join(filter(None, ("" if is_plain else words.title, invoice.reason, invoice.note)))


def _preceding(invoice: Invoice) -> Iterator[Preceding]:
    """Yield what is credited or replaced, then what a final invoice takes off, each once."""
    origin = invoice.origin
    if origin:
        yield Preceding(origin.number, origin.issued_on)
    earlier = [one for one in invoice.deducted if invoice.kind is Kind.FINAL]
    for number, day in dict.fromkeys((one.number, one.issued_on) for one in earlier):
        if origin is None or number != origin.number:
            yield Preceding(number, day, is_taken_off=True)
