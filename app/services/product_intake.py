"""Products taken in from a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.products.columns import HEADINGS, Reading, field_of, form_of_cells
from app.domain.products.findable import findable
from app.domain.products.form import ProductForm, tidied
from app.domain.products.product import check
from app.domain.shared.ids import ProductId, new_id
from app.domain.shared.imports import Cells, ImportKind, Twin, TwinBy
from app.domain.shared.problems import Problem
from app.services.country import Country
from app.services.intake import Candidate
from app.services.office import Desk

NOTHING = ProductId(0)


class ProductIntake:
    """Reads rows as products, finds those that are there already, makes the others."""

    kind = ImportKind.PRODUCTS
    headings = HEADINGS

    def __init__(self, desk: Desk, decimal_mark: str) -> None:
        self._desk = desk
        self._lists = desk.store.product_lists
        here = Country(desk)
        self._company = here.company
        self._codes = here.pack.vat_codes()
        self._reading = Reading(
            self._company.language, self._company.currency, self._codes, desk.today, decimal_mark
        )

    def candidate(self, row: int, key: str, cells: Cells) -> Candidate[ProductForm]:
        form, unreadable = form_of_cells(cells, self._reading)
        kept = tidied(form)
        told = {problem.field for problem in unreadable}
        problems = (
            replace(one, field=field_of(one, kept))
            for one in check(kept.as_product(NOTHING, 1), self._codes)
        )
        every = (*unreadable, *(one for one in problems if one.field not in told))
        name = next(iter(kept.names.values()), "")
        return Candidate(row, key, name or kept.code, kept, every, tuple(_marks(kept)))

    def known(self, candidates: Sequence[Candidate[ProductForm]]) -> dict[int, Twin]:
        codes = self._lists.coded([one.form.code for one in candidates])
        gtins = self._lists.marked([one.form.gtin for one in candidates if one.form.gtin])
        found = {}
        for one in candidates:
            by_code, by_gtin = codes.get(one.form.code.casefold()), gtins.get(one.form.gtin)
            record = by_code or by_gtin
            if record is not None:
                by = TwinBy.CODE if by_code else TwinBy.GTIN
                title = self.title(record)
                found[one.row] = Twin(one.row, one.title, by, record=record, other=title)
        return found

    def taken(self, candidates: Sequence[Candidate[ProductForm]]) -> Mapping[int, Problem]:
        return {}

    def create(self, candidates: Sequence[Candidate[ProductForm]]) -> list[int]:
        products = [one.form.as_product(ProductId(new_id()), 1) for one in candidates]
        self._desk.store.products.add_all(products, self._desk.now)
        language, today = self._company.language, self._desk.today
        self._desk.store.search.put_many(findable(one, language, today) for one in products)
        return [one.id for one in products]

    def title(self, record: int) -> str:
        rows = self._lists.rows((record,))
        return next((row.name_in(self._company.language) for row in rows), "")


def _marks(form: ProductForm) -> Iterator[tuple[TwinBy, str]]:
    """Yield the code and the GTIN of a form: no two products share them."""
    if form.code:
        yield TwinBy.CODE, form.code.casefold()
    if form.gtin:
        yield TwinBy.GTIN, form.gtin
