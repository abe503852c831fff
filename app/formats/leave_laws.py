"""Laws of leave: read from resources/leave, and checked before they count."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app import RESOURCES
from app.domain.leave.kinds import problems
from app.domain.leave.law import RESTS, LeaveLaw
from app.domain.leave.leave import Accrual, Allowance, CarryOver, Counting, LeaveType
from app.domain.shared.ids import LeaveTypeId
from app.domain.shared.quantities import rate
from app.formats.packs import COUNTRIES, UnknownCountry
from app.formats.reader import BrokenPack, Reader

_ALL = "all"


@cache
def law(country: str) -> LeaveLaw:
    """Return what a country says of leave; raises UnknownCountry, BrokenPack."""
    if country not in COUNTRIES:
        raise UnknownCountry(country=country)
    return read(RESOURCES / "leave" / f"{country.lower()}.toml", country)


def read(file: Path, country: str) -> LeaveLaw:
    """Return the law that a file holds; raises BrokenPack with the file and the entry."""
    found = Reader(file)
    rows = tuple(found.rows("types"))
    made = LeaveLaw(
        country,
        found.text("source"),
        found.day("checked_on"),
        found.words("rests"),
        tuple(_type(one, place) for place, one in enumerate(rows)),
        tuple(one.text("source") for one in rows),
    )
    if unknown := set(made.rests) - set(RESTS):
        raise BrokenPack(file=file.name, where="rests", why=", ".join(sorted(unknown)))
    for place, one in enumerate(made.types):
        others = (*made.types[:place], *made.types[place + 1 :])
        for problem in problems(one, others):
            where = f"types.{place}.{problem.field}"
            raise BrokenPack(file=file.name, where=where, why=problem.code)
    return made


def _type(found: Reader, place: int) -> LeaveType:
    return LeaveType(
        LeaveTypeId(0),
        1,
        found.text("code"),
        found.texts("names"),
        found.choice("accrual", Accrual),
        found.choice("counting", Counting) if found.has("counting") else Counting.WORKING,
        _allowances(found),
        _carry_over(found),
        found.number("year_begins") if found.has("year_begins") else 1,
        is_paid=not found.flag("is_unpaid"),
        is_health=found.flag("is_health"),
        needs_approval=found.flag("needs_approval") if found.has("needs_approval") else True,
        proof_after=found.number("proof_after") if found.has("proof_after") else 0,
        colour=place,
        as_work=found.number("as_work") if found.has("as_work") else None,
    )


def _allowances(found: Reader) -> tuple[Allowance, ...]:
    rows = found.rows("allowances") if found.has("allowances") else ()
    return tuple(Allowance(one.number("years"), rate(one.decimal("days"))) for one in rows)


def _carry_over(found: Reader) -> CarryOver:
    if not found.has("carry_most"):
        return CarryOver()
    most = None if found.text("carry_most") == _ALL else found.decimal("carry_most")
    return CarryOver(most, found.number("carry_months") if found.has("carry_months") else 0)
