"""Before an office is open: which countries there are, where a new one lies, opening, removing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.admin.company import Company
from app.domain.shared.refusals import OfficeError, Refusal
from app.formats import packs
from app.outside import places
from app.outside.clock import Clock
from app.services import admin
from app.services.logging_in import Pass, Wants, log_in
from app.services.office import Office
from app.services.permissions import Actor
from app.storage import offices, place

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)$")
LONGEST = 80
SUFFIX = ".backdesk"


class NotTheSample(Refusal):
    """Only the sample company can be removed with one key; this office is real."""

    code = "welcome.not-the-sample"


@dataclass(frozen=True, slots=True)
class CountryChoice:
    """A country that can be chosen: its code, names per language, languages and currency."""

    code: str
    names: Mapping[str, str]
    languages: tuple[str, ...]
    currency: str


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What the first run asks: the company's name, its country and the language of its papers."""

    name: str
    country: str
    language: str


def countries() -> tuple[CountryChoice, ...]:
    """Return the countries that have a pack, the first ones first."""
    found = (packs.pack(code) for code in packs.COUNTRIES)
    return tuple(CountryChoice(p.country, p.names, p.languages, p.currency) for p in found)


def place_for(name: str, parent: Path | None = None) -> Path:
    """Return the folder that an office of this name would have; legal on every system."""
    plain = FORBIDDEN.sub(" ", name).strip(" .")[:LONGEST].strip(" .") or "Office"
    safe = f"{plain} office" if RESERVED.match(plain) else plain
    return (parent or places.offices()) / f"{safe}{SUFFIX}"


def create(path: Path, new: NewOffice, clock: Clock, who: Actor, password: str = "") -> Office:
    """Create an office with its chart, VAT codes and series; nothing stays if it fails.

    Raises place.Exists and the other refusals of a place, or Invalid.
    """
    country = packs.pack(new.country)
    company = Company(
        name=new.name.strip(),
        country=country.country,
        currency=country.currency,
        language=new.language,
        branch="00000" if country.country == "TH" else "",
        terms_days=country.terms_days,
        late_interest=country.late_interest,
        year_starts=country.year_starts,
    )
    return create_for(path, company, clock, who, password)


def create_for(
    path: Path, company: Company, clock: Clock, who: Actor, password: str = ""
) -> Office:
    """Create an office for a company whose data is known already."""
    office = Office(offices.create_office(path, password), clock, who)
    try:
        office.do(admin.set_up, company)
    except OfficeError:
        office.close()
        place.throw_away(path)
        raise
    return office


def open_office(
    path: Path, clock: Clock, who: Actor, password: str = "", *, wants: Wants = "window"
) -> Office:
    """Open an office without users; a window that is not the first one opens it for reading."""
    return log_in(path, clock, who, Pass(password), wants)


def is_locked(path: Path) -> bool:
    """Say whether an office opens with a password only."""
    return offices.needs_password(path)


def remove_sample(path: Path, clock: Clock, who: Actor) -> None:
    """Remove the sample company's folder without trace; raises NotTheSample for a real one."""
    office = open_office(path, clock, who)
    is_sample = office.ask(admin.company).is_sample
    office.close()
    if not is_sample:
        raise NotTheSample(path=str(path))
    place.throw_away(path)
