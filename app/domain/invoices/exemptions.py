"""Exempt customers and places of delivery: which tax code a sale in the United States gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.contacts.address import Address
from app.domain.invoices.invoice import Invoice
from app.domain.shared.ids import ContactId, ExemptionId
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.vat import Category, VatCode

WITHOUT_NUMBER = Rule("exemptions.without-number")
NUMBER_TAKEN = Rule("exemptions.number-taken", "number")
ENDS_BEFORE = Rule("exemptions.ends-before", "since", "until")
NOT_FOR_EXEMPT = Rule("exemptions.wrong-code", "vat")
MISSING = Rule("exemptions.missing", "customer", is_warning=True)
EXPIRED = Rule("exemptions.expired", "number", "until", is_warning=True)
TAXED_ELSEWHERE = Rule("exemptions.taxed-elsewhere", "vat", "region", is_warning=True)


@dataclass(frozen=True, slots=True)
class Exemption:
    """A certificate by which a customer buys without tax: its number, and the days it holds.

    ``region`` is the state whose certificate it is, empty where it holds everywhere; ``vat`` the
    code that its sales get.
    """

    id: ExemptionId
    version: int
    contact_id: ContactId
    number: str
    region: str = ""
    vat: str = "exempt"
    since: date | None = None
    until: date | None = None
    is_archived: bool = False

    def holds(self, region: str, day: date) -> bool:
        """Say whether it holds for what is delivered to a state on a day."""
        is_there = self.region in {"", region}
        has_begun = self.since is None or self.since <= day
        return is_there and has_begun and not self.is_expired(day) and not self.is_archived

    def is_expired(self, day: date) -> bool:
        """Say whether it held until a day before."""
        return self.until is not None and self.until < day


def tidied(one: Exemption) -> Exemption:
    """Return a certificate as it is kept."""
    return replace(one, number=one_line(one.number), region=one_line(one.region).upper())


def check(
    one: Exemption, others: Iterable[Exemption], codes: Mapping[str, VatCode]
) -> tuple[Problem, ...]:
    """Return what is wrong with a certificate; ``others`` are those of the same customer."""
    return tuple(_problems(one, tuple(others), codes))


def _problems(
    one: Exemption, others: tuple[Exemption, ...], codes: Mapping[str, VatCode]
) -> Iterator[Problem]:
    if not one.number:
        yield WITHOUT_NUMBER.at("number")
    if any(
        (other.number.casefold(), other.region) == (one.number.casefold(), one.region)
        for other in others
        if other.id != one.id and not other.is_archived
    ):
        yield NUMBER_TAKEN.at("number", number=one.number)
    if one.since and one.until and one.until < one.since:
        yield ENDS_BEFORE.at("until", since=one.since, until=one.until)
    code = codes.get(one.vat)
    if code is None or code.category is not Category.EXEMPT:
        yield NOT_FOR_EXEMPT.at("vat", vat=one.vat)


def code_at(address: Address | None, codes: Iterable[VatCode], home: str) -> VatCode | None:
    """Return the code of the place of delivery: of its postcode, else of its state, else none."""
    if address is None or address.country not in {"", home} or not address.region:
        return None
    fitting = [
        (len(begins), code)
        for code in codes
        if not code.is_archived and code.region and code.region == address.region.strip().upper()
        for begins in code.postcodes or ("",)
        if address.postcode.startswith(begins)
    ]
    best = max(fitting, key=lambda one: one[0], default=None)
    return best[1] if best else None


def held_by(
    exemptions: Iterable[Exemption], address: Address | None, day: date
) -> Exemption | None:
    """Return the certificate that holds for a delivery on a day, the one that holds longest."""
    region = address.region.strip().upper() if address else ""
    fitting = [one for one in exemptions if one.holds(region, day)]
    return max(fitting, key=lambda one: one.until or date.max, default=None)


def check_places(
    draft: Invoice,
    ship_to: Address | None,
    codes: Mapping[str, VatCode],
    exemptions: Iterable[Exemption],
    day: date,
) -> Iterator[Problem]:
    """Yield warnings: no certificate for a sale without tax, or the tax of another state."""
    region = ship_to.region.strip().upper() if ship_to else ""
    known = tuple(exemptions)
    for place, line in enumerate(draft.lines):
        code = codes.get(line.vat)
        if code is None or line.is_heading:
            continue
        if code.region and region and code.region != region:
            yield TAXED_ELSEWHERE.at(f"lines.{place}.vat", vat=line.vat, region=region)
        if code.category is Category.EXEMPT and held_by(known, ship_to, day) is None:
            yield _without_certificate(f"lines.{place}.vat", draft, known, day)


def _without_certificate(
    field: str, draft: Invoice, known: tuple[Exemption, ...], day: date
) -> Problem:
    gone = [one for one in known if one.is_expired(day) and not one.is_archived]
    if gone:
        last = max(gone, key=lambda one: one.until or date.min)
        return EXPIRED.at(field, number=last.number, until=last.until)
    return MISSING.at(field, customer=draft.buyer.name if draft.buyer else "")
