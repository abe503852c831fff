"""Duplicates: how much two contacts look like one, and why."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.domain.contacts.contact import Contact, PointKind
from app.domain.shared.identifiers import compact

CERTAIN = 100
SAME_DOMAIN = 70
LIKELY = 86
_PHONE_DIGITS, _SHORTEST_PHONE = 8, 7

_PUBLIC = """
gmail.com googlemail.com hotmail.com outlook.com live.com yahoo.com icloud.com me.com hotmail.fi
kolumbus.fi luukku.com suomi24.fi elisanet.fi pp.inet.fi gmx.de web.de t-online.de proton.me
protonmail.com aol.com msn.com
"""
_FORMS = """
oy oyj ab abp ky ay tmi ry rf osk oü as gmbh mbh ag kg kgaa ohg ug gbr ek ev se co cie company ltd
limited plc llp llc lp inc incorporated corp corporation pte pty sa sarl sas srl spa bv nv asa aps
sro the and und ja och
"""
_PUBLIC_DOMAINS = frozenset(_PUBLIC.split())
_LEGAL_FORMS = frozenset(_FORMS.split())
_THAI_FORMS = re.compile(
    "ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วนสามัญ|ห้างหุ้นส่วน|บริษัท|จำกัด|มหาชน|หจก|บจก|บมจ|ร้าน|คุณ|นางสาว|นาย|นาง"
)
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l", "þ": "th"})
_SOUNDS = """
ae=a oe=o ue=u dt=t tsch=s sch=s ph=f th=t ck=k ch=k qu=kv x=ks c=k q=k w=v z=s y=i j=i
"""
_SPOKEN = tuple(pair.split("=") for pair in _SOUNDS.split())


class Reason(Enum):
    """Why two contacts look like one."""

    IDENTIFIER = "identifier"
    ACCOUNT = "account"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two contacts look alike, of 100, and by what; ``value`` is what they share."""

    score: int
    reason: Reason
    value: str

    @property
    def is_certain(self) -> bool:
        return self.score >= CERTAIN


def likeness(one: Contact, other: Contact) -> Likeness | None:
    """Return the strongest reason why two contacts may be the same, or None where there is none."""
    theirs = dict(keys(other))
    shared = [
        Likeness(CERTAIN if reason is not Reason.DOMAIN else SAME_DOMAIN, reason, value)
        for value, reason in keys(one)
        if theirs.get(value) is reason
    ]
    score = name_likeness(one.name, other.name)
    if score >= LIKELY:
        shared.append(Likeness(score, Reason.NAME, other.name))
    return max(shared, key=lambda found: found.score, default=None)


def keys(contact: Contact) -> Iterator[tuple[str, Reason]]:
    """Yield what marks a contact, normalised: equal keys of two contacts are a reason to ask."""
    for found in contact.identifiers:
        if value := _identity(found.scheme, found.value):
            yield value, Reason.IDENTIFIER
    for account in contact.accounts:
        if iban := compact("iban", account.iban):
            yield iban, Reason.ACCOUNT
    for point in contact.points:
        yield from _point_keys(point.kind, point.value)


def name_likeness(one: str, other: str) -> int:
    """Return how alike two names are, of 100: legal forms, accents and spelling habits aside."""
    from rapidfuzz import fuzz  # noqa: PLC0415  needed only where names are compared

    first, second = folded(one), folded(other)
    if not first or not second:
        return 0
    written = fuzz.token_sort_ratio(first, second)
    spoken = fuzz.token_sort_ratio(sound(first), sound(second)) - 2
    return min(int(max(written, spoken)), CERTAIN - 1)


def folded(name: str) -> str:
    """Return a name without case, accents, signs and legal forms; of those alone it is kept."""
    plain = unicodedata.normalize("NFD", name.casefold().translate(_LETTERS))
    plain = "".join(char for char in plain if not "\u0300" <= char <= "\u036f")
    plain = unicodedata.normalize("NFC", plain)
    bare = _THAI_FORMS.sub(" ", plain)
    words = re.sub(r"[^\w\u0e00-\u0e7f]+", " ", re.sub(r"[.'’]", "", bare)).split()
    kept = [word for word in words if word not in _LEGAL_FORMS]
    return " ".join(kept or words) or " ".join(plain.split())


def sound(name: str) -> str:
    """Return a folded name roughly as it is spoken: Mäki and Maeki, Schmidt and Smit alike."""
    for letters, spoken in _SPOKEN:
        name = name.replace(letters, spoken)
    return re.sub(r"(.)\1+", r"\1", name)


def _identity(scheme: str, value: str) -> str:
    """Return an identifier so that a Finnish business id equals its VAT id and its OVT."""
    found = compact(scheme, value)
    if not found or scheme in {"th.branch", "fi.operator", "bic", "de.leitweg"}:
        return ""
    if scheme in {"fi.vat", "eu.vat"} and found.startswith("FI"):
        return f"fi:{found[2:]}"
    if scheme == "fi.ovt":
        return f"fi:{found[4:12]}"
    return f"fi:{found}" if scheme == "fi.business_id" else f"{scheme}:{found}"


def _point_keys(kind: PointKind, value: str) -> Iterator[tuple[str, Reason]]:
    if kind is PointKind.EMAIL and "@" in value:
        email = value.strip().casefold()
        yield email, Reason.EMAIL
        domain = email.rpartition("@")[2]
        if domain not in _PUBLIC_DOMAINS:
            yield domain, Reason.DOMAIN
    elif kind is PointKind.PHONE:
        digits = "".join(char for char in value if char.isdecimal())
        if len(digits) >= _SHORTEST_PHONE:
            yield digits[-_PHONE_DIGITS:], Reason.PHONE
    elif kind is PointKind.WEBSITE and "." in value:
        host = re.sub(r"^(https?://)?(www\.)?", "", value.strip().casefold()).split("/")[0]
        yield host, Reason.DOMAIN
