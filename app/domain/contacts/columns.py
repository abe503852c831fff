"""Columns of a table of contacts: what their headings mean and what becomes of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

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
from app.domain.contacts.countries import NAMES
from app.domain.contacts.form import ContactForm
from app.domain.shared.foreign_numbers import number_of
from app.domain.shared.imports import UNREADABLE_CELL, Cells, folded
from app.domain.shared.money import Money, TooLarge, money
from app.domain.shared.problems import Problem

T = TypeVar("T")


HEADINGS = {
    "number": ("customer number", "contact number", "no", "asiakasnumero", "asiakasnro", "numero",
               "nro", "kundnummer", "kundennummer", "รหัสลูกค้า", "เลขที่"),
    "name": ("company", "company name", "customer", "contact", "full name", "nimi", "yritys",
             "yrityksen nimi", "asiakas", "asiakkaan nimi", "toimittaja", "namn", "företag",
             "firma", "kunde", "ชื่อ", "ชื่อบริษัท", "ลูกค้า", "บริษัท"),
    "kind": ("type", "person or company", "tyyppi", "laji", "typ", "ประเภท"),
    "roles": ("role", "rooli", "roolit", "roll", "rolle", "บทบาท"),
    "street": ("address", "street address", "address line 1", "billing address", "osoite",
               "katuosoite", "lähiosoite", "postiosoite", "adress", "gatuadress", "straße",
               "anschrift", "ที่อยู่"),
    "extra": ("address line 2", "c/o", "osoitteen tarkenne", "lisäosoite", "co", "adresszusatz"),
    "postcode": ("zip", "zip code", "postal code", "post code", "postinumero", "postinro",
                 "postnummer", "postnr", "plz", "postleitzahl", "รหัสไปรษณีย์"),
    "town": ("city", "postitoimipaikka", "paikkakunta", "kaupunki", "kunta", "ort", "stad",
             "stadt", "เมือง", "อำเภอ", "เขต"),
    "region": ("state", "province", "county", "maakunta", "osavaltio", "lääni", "land region",
               "bundesland", "จังหวัด"),
    "country": ("country code", "maa", "maakoodi", "land", "ประเทศ"),
    "email": ("e-mail", "mail", "email address", "sähköposti", "sähköpostiosoite", "epost",
              "e-post", "อีเมล"),
    "phone": ("telephone", "phone number", "mobile", "tel", "puhelin", "puhelinnumero", "gsm",
              "puh", "matkapuhelin", "telefon", "mobil", "handy", "โทรศัพท์", "เบอร์โทร", "มือถือ"),
    "website": ("web", "url", "homepage", "www", "kotisivu", "verkkosivu", "verkkosivusto",
                "hemsida", "webseite", "เว็บไซต์"),
    "vat_id": ("vat", "vat number", "vat no", "vat id", "tax id", "alv-tunnus", "alv tunnus",
               "alv-numero", "alvnro", "momsnummer", "ust-idnr", "ustid", "เลขประจำตัวผู้เสียภาษี"),
    "business_id": ("business id", "registration number", "company id", "y-tunnus", "ytunnus",
                    "organisationsnummer", "fo-nummer", "ein", "steuernummer", "เลขทะเบียน"),
    "branch": ("branch no", "toimipiste", "สาขา"),
    "einvoice": ("e-invoice address", "einvoice id", "ovt", "ovt-tunnus", "verkkolaskuosoite",
                 "leitweg-id"),
    "operator": ("e-invoice operator", "välittäjä", "operaattori", "välittäjätunnus"),
    "iban": ("account", "bank account", "account number", "tilinumero", "pankkitili", "tili",
             "bankkonto", "kontonummer", "บัญชีธนาคาร"),
    "bic": ("swift", "swift/bic", "bic/swift"),
    "terms_days": ("payment terms", "terms", "days to pay", "maksuehto", "maksuaika",
                   "betalningsvillkor", "zahlungsziel", "เครดิตวัน", "เงื่อนไขการชำระเงิน"),
    "credit_limit": ("credit", "luottoraja", "kreditgräns", "kreditlimit", "วงเงินเครดิต"),
    "language": ("lang", "kieli", "språk", "sprache", "ภาษา"),
    "note": ("notes", "comment", "remarks", "huomautus", "huomautukset", "muistiinpano",
             "lisätiedot", "kommentti", "anteckning", "bemerkung", "notiz", "หมายเหตุ"),
}  # fmt: skip
"""The fields a column may fill, and the headings by which they are known."""

_ROLES = {
    Role.CUSTOMER: ("customer", "client", "c", "asiakas", "kund", "kunde", "ลูกค้า"),
    Role.SUPPLIER: ("supplier", "vendor", "s", "toimittaja", "leverantör", "lieferant",
                    "ผู้ขาย", "ซัพพลายเออร์"),
    Role.EMPLOYEE: ("employee", "työntekijä", "anställd", "mitarbeiter", "พนักงาน"),
    Role.AUTHORITY: ("authority", "viranomainen", "myndighet", "behörde", "หน่วยงานรัฐ"),
}  # fmt: skip
_KINDS = {
    Kind.COMPANY: ("company", "firm", "yritys", "företag", "firma", "บริษัท", "นิติบุคคล"),
    Kind.PERSON: ("person", "private", "henkilö", "yksityishenkilö", "privat", "บุคคล",
                  "บุคคลธรรมดา"),
}  # fmt: skip
_COUNTRIES = {
    "FI": ("suomi",), "SE": ("ruotsi", "sverige"), "NO": ("norja", "norge"),
    "DK": ("tanska", "danmark"), "EE": ("viro", "eesti"), "LV": ("latvija",),
    "LT": ("liettua", "lietuva"), "DE": ("saksa", "deutschland", "tyskland", "เยอรมนี"),
    "TH": ("thaimaa", "ไทย", "ประเทศไทย"), "US": ("united states", "yhdysvallat", "สหรัฐอเมริกา",
    "united states of america"), "GB": ("great britain", "uk", "england", "britannia"),
    "FR": ("ranska",), "ES": ("espanja", "españa"), "IT": ("italia",), "PL": ("puola", "polska"),
    "NL": ("alankomaat", "hollanti", "nederland", "holland"), "BE": ("belgia", "belgië"),
    "AT": ("itävalta", "österreich"), "CH": ("sveitsi", "schweiz"), "AX": ("ahvenanmaa", "åland"),
    "JP": ("japani", "ญี่ปุ่น"), "CN": ("kiina", "จีน"), "SG": ("สิงคโปร์",),
}  # fmt: skip
_LANGUAGES = {
    "en": ("english", "englanti", "engelska", "อังกฤษ"),
    "fi": ("finnish", "suomi", "finska", "finnisch"),
    "sv": ("swedish", "ruotsi", "svenska", "schwedisch"),
    "de": ("german", "saksa", "tyska", "deutsch"),
    "th": ("thai", "thai language", "ไทย", "ภาษาไทย"),
}
_VAT_SCHEMES = {"FI": "fi.vat", "DE": "de.vat", "TH": "th.tin", "US": "us.ein"}
_BUSINESS_SCHEMES = {"FI": "fi.business_id", "TH": "th.tin", "US": "us.ein", "DE": "de.tax"}
_EINVOICE_SCHEMES = {"DE": "de.leitweg"}
_ONE_NUMBER = re.compile(r"[^\d-]*(\d{1,4})\D*")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is to be read: the office's country and currency, its mark before decimals."""

    country: str
    currency: str
    decimal_mark: str = "."


def form_of_cells(cells: Cells, reading: Reading) -> tuple[ContactForm, tuple[Problem, ...]]:
    """Return what a row says of a contact, and the cells that could not be read."""
    row = _Row(cells, reading)
    form = ContactForm(
        name=row.text("name"),
        kind=row.kind(),
        roles=row.roles(),
        number=row.text("number"),
        addresses=row.addresses(),
        points=tuple(row.points()),
        identifiers=tuple(row.identifiers()),
        accounts=tuple(BankAccount(iban, row.text("bic")) for iban in cells.get("iban", ())[:1]),
        terms=row.terms(),
        note="\n".join(cells.get("note", ())),
    )
    return form, tuple(row.problems)


def field_of(problem: Problem, form: ContactForm) -> str:
    """Return the column that a problem of the form comes from."""
    part, _, rest = problem.field.partition(".")
    place, _, inner = rest.partition(".")
    if part == "identifiers" and place.isdigit():
        return field_of_scheme(form.identifiers[int(place)].scheme)
    if part == "points" and place.isdigit():
        return form.points[int(place)].kind.value
    if part == "accounts":
        return inner or "iban"
    if part == "addresses" and inner in HEADINGS:
        return inner
    if part == "terms":
        return "terms_days" if rest == "days" else rest
    return part if part in HEADINGS else "name"


def field_of_scheme(scheme: str) -> str:
    """Return the column in which an identifier of a scheme stands."""
    if scheme in {"fi.ovt", "de.leitweg", "eu.endpoint"}:
        return "einvoice"
    if scheme == "fi.operator":
        return "operator"
    if scheme == "th.branch":
        return "branch"
    return "vat_id" if scheme.endswith((".vat", ".tin")) else "business_id"


class _Row:
    """Reads the cells of one row and notes those it cannot read."""

    def __init__(self, cells: Cells, reading: Reading) -> None:
        self._cells = cells
        self._reading = reading
        self.problems: list[Problem] = []
        self._country = self._read_country()

    def text(self, field: str) -> str:
        return next(iter(self._cells.get(field, ())), "")

    def kind(self) -> Kind:
        text = self.text("kind")
        found = _meant(text, _KINDS) if text else Kind.COMPANY
        return found or self._unreadable("kind", text, Kind.COMPANY)

    def roles(self) -> frozenset[Role]:
        found = set()
        for text in self._cells.get("roles", ()):
            for word in text.replace(";", ",").replace("/", ",").replace("+", ",").split(","):
                role = _meant(word, _ROLES)
                if role is None:
                    self._unreadable("roles", text, None)
                else:
                    found.add(role)
        return frozenset(found or {Role.CUSTOMER})

    def addresses(self) -> tuple[Address, ...]:
        address = Address(
            street=self.text("street"),
            extra=self.text("extra"),
            postcode=self.text("postcode"),
            town=self.text("town"),
            region=self.text("region"),
            country=self._country,
        )
        is_empty = address == Address(country=self._country) and not self.text("country")
        return () if is_empty else (address,)

    def points(self) -> Iterator[Point]:
        for kind in PointKind:
            for text in self._cells.get(kind.value, ()):
                for value in text.split(";"):
                    if value.strip():
                        yield Point(kind, value.strip())

    def identifiers(self) -> Iterator[Identifier]:
        country = self._country
        if text := self.text("business_id"):
            yield Identifier(_BUSINESS_SCHEMES.get(country, "lei"), text)
        if text := self.text("vat_id"):
            yield Identifier(_vat_scheme(text, country), text)
        if text := self.text("branch"):
            digits = "".join(filter(str.isdecimal, text))
            yield Identifier("th.branch", digits.zfill(5) if digits else "00000")
        if text := self.text("einvoice"):
            yield Identifier(_EINVOICE_SCHEMES.get(country, "fi.ovt"), text)
        if text := self.text("operator"):
            yield Identifier("fi.operator", text)

    def terms(self) -> Terms:
        return Terms(self._days(), self._limit(), self._language())

    def _days(self) -> int | None:
        text = self.text("terms_days")
        found = _ONE_NUMBER.fullmatch(text)
        if not text or found:
            return int(found[1]) if found else None
        return self._unreadable("terms_days", text, None)

    def _limit(self) -> Money | None:
        text = self.text("credit_limit")
        amount = number_of(text, self._reading.decimal_mark) if text else None
        try:
            limit = None if amount is None else money(amount, self._reading.currency)
        except TooLarge:
            limit = None
        if text and limit is None:
            return self._unreadable("credit_limit", text, None)
        return limit

    def _language(self) -> str:
        text = self.text("language")
        if not text or text.casefold() in _LANGUAGES:
            return text.casefold()
        return _meant(text, _LANGUAGES) or self._unreadable("language", text, "")

    def _read_country(self) -> str:
        text = self.text("country")
        if not text:
            return self._reading.country
        if text.upper() in NAMES:
            return text.upper()
        return _country_named(text) or self._unreadable("country", text, "")

    def _unreadable(self, field: str, text: str, instead: T) -> T:
        self.problems.append(UNREADABLE_CELL.at(field, text=text))
        return instead


def _meant(text: str, words: Mapping[T, tuple[str, ...]]) -> T | None:
    """Return what a word means, or none."""
    wanted = folded(text)
    for meaning, names in words.items():
        if wanted in {folded(name) for name in names}:
            return meaning
    return None


@cache
def _country_named(text: str) -> str:
    """Return the code of a country that is named in English or as its neighbours call it."""
    in_english = {folded(name): code for code, name in NAMES.items()}
    return _meant(text, _COUNTRIES) or in_english.get(folded(text), "")


def _vat_scheme(value: str, country: str) -> str:
    """Return the scheme of a VAT id: its own letters say more than the country of the address."""
    letters = value.strip()[:2].upper()
    if letters.isalpha():
        return _VAT_SCHEMES.get(letters, "eu.vat")
    return _VAT_SCHEMES.get(country, "eu.vat")
