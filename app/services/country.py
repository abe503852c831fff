"""The country of an office: its pack, with the tax codes that the office wrote itself."""

from __future__ import annotations

from dataclasses import replace

from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.formats.packs import pack
from app.services.office import Desk


class Country:
    """What holds in one office: its company, and its pack with its own codes."""

    def __init__(self, desk: Desk) -> None:
        self.company: Company = desk.store.company.get()
        self.pack: CountryPack = _with_own(desk, pack(self.company.country))

    @property
    def due_on_payment(self) -> frozenset[str]:
        """Return the codes whose tax is due when the customer pays."""
        return frozenset(one.code for one in self.pack.vat if one.is_due_on_payment)

    @property
    def tags(self) -> frozenset[str]:
        """Return what an account can be of: every code, and every authority of a stacked tax."""
        authorities = {part.authority for one in self.pack.vat for part in one.parts}
        return frozenset(self.pack.vat_codes()) | authorities


def _with_own(desk: Desk, country: CountryPack) -> CountryPack:
    own = desk.store.tax_codes.all()
    if not own:
        return country
    return replace(country, vat=(*country.vat, *(one.as_vat() for one in own)))
