"""The sample company: a small firm with customers, products, invoices and open drafts."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from app import RESOURCES
from app.domain.admin.company import Company
from app.domain.billables.billable import BillableKind, Work
from app.domain.contacts.address import Address
from app.domain.contacts.contact import (
    BankAccount,
    Identifier,
    Kind,
    Point,
    PointKind,
    Role,
    Terms,
)
from app.domain.contacts.form import ContactForm
from app.domain.contacts.vies import VatForm
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.invoice import Discount
from app.domain.payments.payment import NewPayment, Part
from app.domain.products.form import ProductForm
from app.domain.shared.early import NO_EARLY_PAYMENT, EarlyPayment
from app.domain.shared.ids import ContactId, DocumentId, InvoiceId, ProductId
from app.domain.shared.money import money
from app.domain.shared.quantities import quantity, rate, unit_price
from app.formats import packs
from app.outside.clock import Clock
from app.services import (
    admin,
    billables,
    contacts,
    exchange_rates,
    invoices,
    open_items,
    payments,
    products,
    vat_answers,
    welcome,
)
from app.services.demo_claims import tell_claim
from app.services.demo_counts import tell_counts
from app.services.demo_layouts import tell_layouts
from app.services.demo_leave import tell_leave
from app.services.demo_letters import Mail
from app.services.demo_lots import tell_lots
from app.services.demo_mailings import tell_mailings
from app.services.demo_mails import tell_mails
from app.services.demo_orders import tell_order, tell_receipt
from app.services.demo_papers import Post
from app.services.demo_pay import tell_pay
from app.services.demo_people import Staff
from app.services.demo_plans import tell_plan
from app.services.demo_quotes import tell_quote
from app.services.demo_reminders import tell_reminders
from app.services.demo_shelf import Shelf
from app.services.demo_taxes import Taxes
from app.services.demo_time import tell_time
from app.services.office import Office, no_progress
from app.services.permissions import Actor

Story = Mapping[str, Any]


def create_sample(
    path: Path,
    country: str,
    clock: Clock,
    who: Actor,
    progress: Callable[[int, int], None] = no_progress,
) -> Office:
    """Create the sample company of a country; invoices end on the clock's day."""
    story = _story(country)
    office = welcome.create_for(path, _company(story["company"], country), clock, who)
    _tell(office, story, progress)
    return office


def name_of(country: str) -> str:
    """Return the name of the sample company of a country."""
    return str(_story(country)["company"]["name"])


def _story(country: str) -> Story:
    return tomllib.loads((RESOURCES / "demo" / f"{country.lower()}.toml").read_text("utf-8"))


@dataclass(slots=True)
class _Told:
    """What has been told so far: the ids behind the story's keys."""

    story: Story
    post: Post | None = None
    mail: Mail | None = None
    contacts: dict[str, ContactId] = field(default_factory=dict)
    products: dict[str, ProductId] = field(default_factory=dict)
    filed: list[DocumentId] = field(default_factory=list)


def _tell(office: Office, story: Story, progress: Callable[[int, int], None]) -> None:
    """Run the story's commands as a clerk would, in order."""
    told = _Told(story)
    tell_layouts(office)
    steps = [(tell, one) for tell, part in _PARTS for one in story.get(part, ())]
    for done, (tell, one) in enumerate(steps):
        progress(done, len(steps))
        tell(office, told, one)
    Taxes(office, told.contacts).tell(story)
    tell_reminders(office)
    for one in story["products"]:
        if "lots" in one:
            tell_lots(office, told.products[one["code"]], one)
    company = office.ask(admin.company)
    Staff(office, company.country, company.currency).tell(story)
    tell_leave(office, story.get("leave_block", ""))
    tell_time(office)
    for one in story.get("claims", ()):
        tell_claim(office, one, partial(_receipt, office, told))
    tell_pay(office)
    marked = [one["code"] for one in story["products"] if "gtin" in one]
    tell_counts(office, [told.products[code] for code in marked])
    for one in story.get("receipts", ()):
        supplier = told.contacts.get(one.get("supplier", ""))
        tell_receipt(office, told.products[one["product"]], supplier, one)
    for one in story.get("orders", ()):
        tell_order(office, _draft_content(told, one, _day_of(office, one)), one, told.contacts)
    tell_mailings(office)
    tell_mails(office, tuple(one["email"] for one in story["contacts"] if "email" in one))
    progress(len(steps), len(steps))


def _day_of(office: Office, one: Story) -> date | None:
    return office.clock.today() - timedelta(days=one["days_ago"]) if "days_ago" in one else None


def _contact(office: Office, told: _Told, one: Story) -> None:
    points = ((PointKind.EMAIL, "email"), (PointKind.PHONE, "phone"))
    form = ContactForm(
        name=one["name"],
        kind=Kind(one.get("kind", "company")),
        roles=frozenset(Role(role) for role in one.get("roles", ["customer"])),
        number=one["number"],
        addresses=(_address(one, office.ask(admin.company).country),),
        points=tuple(Point(kind, one[name]) for kind, name in points if name in one),
        identifiers=_identifiers(one),
        accounts=_accounts(one),
        terms=Terms(
            days=one.get("terms_days"), language=one.get("language", ""), early=_early(one)
        ),
    )
    added = office.do(contacts.add, form).result
    told.contacts[one["key"]] = added.id
    if "vies" in one:
        office.do(vat_answers.record, added.id, added.version, _answer(office, one["vies"]))


def _answer(office: Office, one: Story) -> VatForm:
    on = office.clock.today() - timedelta(days=one["days_ago"])
    return VatForm(
        on=on, name=one["name"], address=one["address"], consultation=one["consultation"]
    )


def _early(one: Story) -> EarlyPayment:
    early = one.get("early")
    if early is None:
        return NO_EARLY_PAYMENT
    return EarlyPayment(early["days"], rate(Decimal(early["percent"])))


def _product(office: Office, told: _Told, one: Story) -> None:
    company = office.ask(admin.company)
    form = ProductForm(
        code=one["code"],
        names=one["names"],
        unit=one["unit"],
        vat=_vat_code(office, Decimal(one["rate"])),
        price=unit_price(Decimal(one["price"])),
        currency=company.currency,
        gtin=one.get("gtin", ""),
    )
    told.products[one["code"]] = office.do(products.add, form).result.id


def _vat_code(office: Office, wanted: Decimal) -> str:
    """Return the first VAT code of the pack with this rate today."""
    today = office.clock.today()
    return next(vat.code for vat in office.ask(admin.pack).vat if vat.rate_on(today) == wanted)


def _rate(office: Office, _told: _Told, one: Story) -> None:
    """Write down what one unit of another currency was worth, so many days ago."""
    day = office.clock.today() - timedelta(days=one["days_ago"])
    office.do(exchange_rates.put, one["currency"], day, Decimal(one["rate"]))


def _invoice(office: Office, told: _Told, one: Story) -> None:
    day = office.clock.today() - timedelta(days=one["days_ago"])
    draft = office.do(invoices.draft, _draft_content(told, one, day)).result
    issued = office.do(invoices.issue, draft.id).result
    if "paid_days_ago" in one:
        _pay(office, issued.id, one)


def _pay(office: Office, invoice_id: InvoiceId, one: Story) -> None:
    """Record what the customer paid of an invoice: all that is open, or as much as is told."""
    (item,) = office.ask(open_items.rows, (invoice_id,))
    day = office.clock.today() - timedelta(days=one["paid_days_ago"])
    amount = money(Decimal(one["paid"]), item.open.currency) if "paid" in one else item.open
    settled = min(amount, item.open, key=lambda each: each.minor)
    parts = (Part(settled, invoice_id),)
    new = NewPayment(amount, item.contact_id, day, parts, reference=item.reference)
    office.do(payments.record, new)


def _draft(office: Office, told: _Told, one: Story) -> None:
    office.do(invoices.draft, _draft_content(told, one, None))


def _billable(office: Office, told: _Told, one: Story) -> None:
    """Write work down, of so many days ago."""
    work = Work(
        customer_id=told.contacts[one["customer"]],
        kind=BillableKind(one.get("kind", "time")),
        done_on=office.clock.today() - timedelta(days=one["days_ago"]),
        text=one["text"],
        quantity=quantity(Decimal(one["quantity"])),
        unit=one["unit"],
        price=unit_price(Decimal(one["price"])),
    )
    office.do(billables.add, work)


def _quote(office: Office, told: _Told, one: Story) -> None:
    tell_quote(office, _draft_content(told, one, None), one)


def _plan(office: Office, told: _Told, one: Story) -> None:
    vat, today = office.ask(admin.pack).vat, office.clock.today()
    codes = {code.rate_on(today): code.code for code in reversed(vat)}
    tell_plan(office, one, told.contacts[one["customer"]], codes, told.products)


def _paper(office: Office, told: _Told, one: Story) -> None:
    if told.post is None:
        told.post = Post(office, told.story, told.contacts)
    paper = told.post.file(one)
    is_on_paper = one.get("came", "") != "xml"
    if is_on_paper and not one.get("waits", False) and not one.get("expires", False):
        told.filed.append(paper)


def _receipt(office: Office, told: _Told, one: Story) -> DocumentId:
    """Make the receipt of an expense, and file it."""
    if told.post is None:
        told.post = Post(office, told.story, told.contacts)
    return told.post.file({"from": "", **one})


def _archive(office: Office, told: _Told, one: Story) -> None:
    shelf = Shelf(office, one, told.filed)
    shelf.clear()
    shelf.number()
    shelf.begin_steps()
    shelf.hold()
    shelf.keep_folders()


def _came(office: Office, told: _Told, one: Story) -> None:
    _mail(office, told).come(one)


def _called(office: Office, told: _Told, one: Story) -> None:
    _mail(office, told).take_call(one)


def _went(office: Office, told: _Told, one: Story) -> None:
    _mail(office, told).go(one)


def _mail(office: Office, told: _Told) -> Mail:
    if told.mail is None:
        told.mail = Mail(office, told.story, told.contacts)
    return told.mail


def _draft_content(told: _Told, one: Story, day: date | None) -> Draft:
    return Draft(
        customer_id=told.contacts[one["customer"]],
        lines=tuple(replace(_line(told, *line), vat=one.get("vat", "")) for line in one["lines"]),
        currency=one.get("currency", ""),
        discount=Discount(percent=rate(Decimal(one.get("discount", "0")))),
        issued_on=day,
        delivered_on=day,
        your_reference=one.get("your_reference", ""),
        note=one.get("note", ""),
    )


def _line(
    told: _Told, code: str, count: str, discount: str = "0", price: str | None = None
) -> DraftLine:
    return DraftLine(
        price=None if price is None else unit_price(Decimal(price)),
        product_id=told.products[code],
        quantity=quantity(Decimal(count)),
        discount=Discount(percent=rate(Decimal(discount))),
    )


_PARTS = (
    (_contact, "contacts"),
    (_product, "products"),
    (_rate, "exchange_rates"),
    (_invoice, "invoices"),
    (_draft, "drafts"),
    (_billable, "billables"),
    (_quote, "quotes"),
    (_plan, "plans"),
    (_paper, "documents"),
    (_came, "letters_in"),
    (_went, "letters_out"),
    (_called, "calls"),
    (_archive, "archive"),
)


def _company(one: Story, code: str) -> Company:
    country = packs.pack(code)
    return Company(
        name=one["name"],
        country=country.country,
        currency=one["currency"],
        language=one["language"],
        address=_address(one, country.country),
        identifiers=_identifiers(one),
        accounts=_accounts(one),
        branch=one.get("branch", ""),
        phone=one.get("phone", ""),
        email=one.get("email", ""),
        website=one.get("website", ""),
        terms_days=one["terms_days"],
        late_interest=country.late_interest,
        year_starts=country.year_starts,
        is_sample=True,
    )


def _address(one: Story, country: str) -> Address:
    return Address(
        street=one["street"],
        extra=one.get("extra", ""),
        postcode=one["postcode"],
        town=one["town"],
        region=one.get("region", ""),
        country=one.get("country", country),
    )


def _identifiers(one: Story) -> tuple[Identifier, ...]:
    found = one.get("identifiers", {})
    return tuple(Identifier(scheme, value) for scheme, value in found.items())


def _accounts(one: Story) -> tuple[BankAccount, ...]:
    return (BankAccount(one["iban"], one.get("bic", "")),) if "iban" in one else ()
