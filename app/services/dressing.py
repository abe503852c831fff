"""Dressing: which layout a paper is printed with, and all that this layout needs of the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from app.documents.dress import Dress
from app.documents.letterhead import layout_of
from app.documents.model import Layout
from app.domain.admin.company import Company
from app.domain.admin.stationery import Stationery
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.layout import (
    LAYOUT_GONE,
    PLAIN,
    InvoiceLayout,
    LayoutForm,
    LineColumn,
    PaperKind,
)
from app.domain.shared.ids import ContactId, LayoutId, ProductId, new_id
from app.domain.shared.problems import Problem
from app.services.office import Desk
from app.services.papers import Outfit, logo_of, stationery_of

INSTEAD = {PaperKind.RECEIPT: PaperKind.INVOICE}
"""Whose layout a paper has that has no usual one of its own."""


class Wardrobe:
    """Dresses the papers of one office; what it has read once it keeps."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._worn: dict[LayoutId, InvoiceLayout] = {}

    @cached_property
    def company(self) -> Company:
        """The company that prints."""
        return self._store.company.get()

    def outfit(
        self,
        kind: PaperKind,
        contact_id: ContactId | None = None,
        products: Iterable[ProductId] = (),
    ) -> Outfit:
        """Return what a paper of a kind to a customer wears today."""
        return self.wearing(self.layout(kind, contact_id).form, products)

    def of(self, invoice: Invoice) -> Outfit:
        """Return what an invoice wears: once issued, what it wore then."""
        products = (line.product_id for line in invoice.lines if line.product_id)
        return self.wearing(self.layout_of(invoice).form, products)

    def layout_of(self, invoice: Invoice) -> InvoiceLayout:
        """Return the layout of an invoice: the one chosen for it, else that of its customer.

        One that was issued keeps its own for ever.
        """
        if invoice.number:
            return self._kept(invoice.layout_id) if invoice.layout_id else PLAIN
        chosen = invoice.layout_id
        if chosen is not None and chosen in self._usable:
            return self._usable[chosen]
        is_credit = invoice.kind is Kind.CREDIT_NOTE
        kind = PaperKind.CREDIT_NOTE if is_credit else PaperKind.INVOICE
        return self.layout(kind, invoice.customer_id)

    @property
    def names(self) -> Mapping[LayoutId, str]:
        """The layouts that papers can have from now on, by name."""
        return {one.id: one.form.name for one in self._usable.values()}

    def problems_of(self, draft: Invoice) -> Iterator[Problem]:
        """Yield a warning where the layout chosen for a draft is not in use any more."""
        if draft.layout_id is not None and draft.layout_id not in self._usable:
            yield LAYOUT_GONE.at("layout_id")

    def layout(self, kind: PaperKind, contact_id: ContactId | None) -> InvoiceLayout:
        """Return the layout of a kind of paper: the customer's own, else the usual one."""
        usable = self._usable
        if not usable:
            return PLAIN
        own = self._store.layouts.own_of(contact_id) if contact_id else None
        if own is not None and own in usable:
            return usable[own]
        usual = {paper: one for one in usable.values() for paper in one.form.usual_for}
        return usual.get(kind) or usual.get(INSTEAD.get(kind, kind), PLAIN)

    def frozen(self, layout: InvoiceLayout) -> LayoutId | None:
        """Return the state of a layout that an issued paper keeps; none for the plain one."""
        if layout is PLAIN:
            return None
        if (known := self._store.layouts.frozen(layout.id, layout.version)) is not None:
            return known
        kept = replace(layout, id=LayoutId(new_id()), frozen_of=layout.id)
        self._store.layouts.add(kept)
        return kept.id

    def wearing(self, layout: LayoutForm, products: Iterable[ProductId] = ()) -> Outfit:
        """Return the outfit of a layout; only what it shows is read."""
        shows_codes = any(one.column is LineColumn.CODE for one in layout.columns)
        codes = self._codes(products) if shows_codes else {}
        dress = Dress(layout, codes=codes)
        if layout.on_stationery or layout.with_terms:
            dress = replace(dress, stationery=self._stationery, contents=self._sheets)
        elif layout_of(self.company.country) is Layout.DIN5008:
            dress = replace(dress, stationery=self._stationery)
        return Outfit(self.company, self._logo, dress)

    def worn(self, layout_id: LayoutId | None, invoice: Invoice) -> Outfit:
        """Return what an invoice will wear about to be issued with the state of a layout."""
        products = (line.product_id for line in invoice.lines if line.product_id)
        return self.wearing((self._kept(layout_id) if layout_id else PLAIN).form, products)

    def _kept(self, layout_id: LayoutId) -> InvoiceLayout:
        """Return what issued papers wore, which never changes: it is read once."""
        if layout_id not in self._worn:
            self._worn[layout_id] = self._store.layouts.get(layout_id)
        return self._worn[layout_id]

    def _codes(self, products: Iterable[ProductId]) -> Mapping[ProductId, str]:
        found = self._store.products.get_all(sorted(set(products)))
        return {one.id: one.code for one in found}

    @cached_property
    def _usable(self) -> Mapping[LayoutId, InvoiceLayout]:
        return {one.id: one for one in self._store.layouts.all() if one.is_usable}

    @cached_property
    def _stationery(self) -> Stationery:
        return self._store.stationery.get()

    @cached_property
    def _sheets(self) -> Mapping[str, bytes]:
        return stationery_of(self._stationery, self._store.contents.get)

    @cached_property
    def _logo(self) -> bytes:
        return logo_of(self.company, self._store.contents.get)
