"""The company itself: set up once, changed with a trace, checked when asked."""

from __future__ import annotations

from dataclasses import replace

from app.domain.accounting.findable import findable_account
from app.domain.accounting.periods import FiscalYear, fiscal_year_for
from app.domain.admin import company as rules
from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.domain.shared.ids import new_id
from app.domain.shared.numbering import Series
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, Refusal
from app.formats.packs import pack as pack_of
from app.formats.retention import plan
from app.services.country import Country
from app.services.fresh_pictures import drawn, fresh
from app.services.naming_pictures import NamedPictures
from app.services.office import Desk
from app.services.papers import logo_of
from app.services.permissions import Permission, command, query

LARGEST_LOGO = 5 << 20


class NoPicture(Refusal):
    """A logo is a PNG or JPEG of at most 5 MiB; these bytes are not."""

    code = "admin.no-picture"


class AlreadySetUp(Refusal):
    """The office has its company already: it is set up once, then only changed."""

    code = "admin.already-set-up"


@query(Permission.COMPANY_READ)
def company(desk: Desk) -> Company:
    """Return the company of this office."""
    return desk.store.company.get()


@query(Permission.COMPANY_READ)
def pack(desk: Desk) -> CountryPack:
    """Return the country pack of the company."""
    return Country(desk).pack


@query(Permission.COMPANY_READ)
def check(desk: Desk, content: Company) -> tuple[Problem, ...]:
    """Return what is wrong or missing in the company's data, by the rules of its own country."""
    return rules.check(content, pack_of(desk.store.company.get().country))


@query(Permission.COMPANY_READ)
def series(desk: Desk) -> tuple[Series, ...]:
    """Return every number series with the last number taken."""
    return desk.store.numbers.rows()


@command(Permission.COMPANY_CHANGE)
def set_up(desk: Desk, content: Company) -> Company:
    """Give a new office its company, its chart of accounts and its number series.

    Raises AlreadySetUp, or Invalid when it has no name or its identifiers are wrong.
    """
    if (there := desk.store.company.name()) is not None:
        raise AlreadySetUp(name=there)
    country = pack_of(content.country)
    _refuse_errors(rules.check(content, country))
    content = replace(rules.tidied(content), version=1, logo="")
    desk.store.company.add(content)
    chart = country.chart(new_id)
    desk.store.ledger.add_account(*chart)
    desk.store.search.put_many(findable_account(one, content.language) for one in chart)
    for kind in plan(content.country).begin(new_id):
        desk.store.kinds.add(kind)
    _open_series(desk, content, fiscal_year_for(desk.today, content.year_starts))
    return content


@command(Permission.COMPANY_CHANGE)
def change_company(desk: Desk, content: Company) -> Company:
    """Change the company's own data; ``content.version`` is the one that was read.

    Its country, currency and logo stay: the logo is changed by ``change_logo``.
    Raises Invalid, or Conflict when somebody else changed it first.
    """
    before = desk.store.company.get()
    if before.version != content.version:
        raise Conflict(record="company", version=before.version)
    after = replace(
        rules.tidied(content),
        version=before.version + 1,
        country=before.country,
        currency=before.currency,
        logo=before.logo,
        is_sample=before.is_sample,
    )
    _refuse_errors(rules.check(after, pack_of(after.country)))
    desk.store.company.save(before, after)
    return after


@command(Permission.COMPANY_CHANGE)
def put_back(desk: Desk, now: Company, wanted: Company) -> Company:
    """Undo a change: ``wanted`` again, if it still is as in ``now``; else raises Conflict.

    Raises NoSuchPicture for another logo than one that may be shown.
    """
    before = desk.store.company.get()
    if replace(now, version=before.version) != before:
        raise Conflict(record="company", version=before.version)
    if wanted.logo and wanted.logo != before.logo:
        NamedPictures(desk).require((wanted.logo,))
    after = replace(wanted, version=before.version + 1)
    desk.store.company.save(before, after)
    return after


@query(Permission.COMPANY_READ)
def logo(desk: Desk) -> bytes:
    """Return the picture of the company's logo, or nothing."""
    return logo_of(desk.store.company.get(), desk.store.contents.get)


def fresh_logo(picture: bytes) -> bytes:
    """Return a picture drawn anew, or no bytes for none; raises NoPicture."""
    made = fresh(picture) if len(picture) <= LARGEST_LOGO else None
    if picture and made is None:
        raise NoPicture(size=len(picture))
    return made or b""


@command(Permission.COMPANY_CHANGE, before=fresh_logo)
def change_logo(desk: Desk, picture: bytes) -> Company:
    """Put another logo on the papers to come, or none when there are no bytes.

    Raises NoPicture unless it is a PNG or JPEG of at most 5 MiB.
    """
    before = desk.store.company.get()
    made = drawn(desk.ready, fresh_logo, picture)
    kept = desk.store.contents.put((made,)).sha256 if made else ""
    after = replace(before, version=before.version + 1, logo=kept)
    desk.store.company.save(before, after)
    return after


def _open_series(desk: Desk, content: Company, year: FiscalYear) -> None:
    """Open the number series of a fiscal year, one per kind of document in the pack."""
    for kind, pattern in pack_of(content.country).series.items():
        desk.store.numbers.open(Series(kind, year.name, content.branch, pattern))


def _refuse_errors(problems: tuple[Problem, ...]) -> None:
    errors = tuple(problem for problem in problems if not problem.is_warning)
    if errors:
        raise Invalid(errors)
