"""Tax codes of the office's own: places with stacked taxes and their rates, from a day on."""

from __future__ import annotations

from dataclasses import replace

from app.domain.accounting.tax_codes import TaxCode, check, check_change, tidied
from app.domain.shared.ids import TaxCodeId, new_id
from app.domain.shared.problems import Problem
from app.formats.packs import pack
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@query(Permission.ACCOUNTING_READ)
def own_codes(desk: Desk) -> tuple[TaxCode, ...]:
    """Return every code that the office wrote, by code; those put away too."""
    return tuple(sorted(desk.store.tax_codes.all(), key=lambda one: one.code))


@query(Permission.ACCOUNTING_READ)
def check_code(desk: Desk, content: TaxCode) -> tuple[Problem, ...]:
    """Return what is wrong with a code as it is written."""
    return _Codes(desk).problems(tidied(content))


@command(Permission.ACCOUNTING_POST)
def write(desk: Desk, new: TaxCode) -> TaxCode:
    """Add a code as a form has it, under its own id; raises Invalid, Conflict for a taken id."""
    kept = tidied(replace(new, version=1, id=new.id or TaxCodeId(new_id())))
    require_right(_Codes(desk).problems(kept))
    desk.store.tax_codes.add(kept)
    return kept


@command(Permission.ACCOUNTING_POST)
def change(desk: Desk, changed: TaxCode) -> TaxCode:
    """Change a code or put it away; ``changed.version`` is the one read.

    What was invoiced stays as it was: rates of days before are not changed. Raises Invalid,
    NotFound, Conflict.
    """
    before = desk.store.tax_codes.current(changed.id, changed.version)
    after = tidied(replace(changed, version=before.version + 1))
    used = desk.store.tax_shares.last_used(before.code)
    require_right((*_Codes(desk).problems(after), *check_change(before, after, used)))
    desk.store.tax_codes.save(before, after)
    return after


class _Codes:
    """The codes that there are at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._country = desk.store.company.get().country
        self._own = desk.store.tax_codes.all()

    def problems(self, one: TaxCode) -> tuple[Problem, ...]:
        """Return what is wrong with a tidy code."""
        own = {other.code for other in self._own if other.id != one.id}
        taken = own | pack(self._country).vat_codes().keys()
        return check(one, taken, self._country)
