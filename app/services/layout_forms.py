"""What the designer of layouts needs of the office before somebody types."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.invoices.invoice import NEWEST_INVOICES
from app.domain.invoices.layout import InvoiceLayout, LayoutForm
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import LayoutId
from app.services import drafts, layouts
from app.services.office import Desk
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class OpenedLayout:
    """A layout as it is edited: None for a new one.

    ``home`` is the language that the firm writes in; ``has_invoice`` says whether there is an
    invoice to show it on, ``has_sheets`` and ``has_terms`` what the stationery of letters holds.
    """

    layout: InvoiceLayout | None
    form: LayoutForm
    home: str
    has_invoice: bool
    has_sheets: bool
    has_terms: bool
    draft: FormDraft | None


@query(Permission.INVOICES_READ)
def opened(
    desk: Desk, layout_id: LayoutId | None = None, held: frozenset[int] = frozenset()
) -> OpenedLayout:
    """Return a layout, or what a new one begins with; raises NotFound."""
    kind = layouts.KIND
    if layout_id is None:
        draft = drafts.waiting(desk, kind, held)
    else:
        draft = drafts.kept(desk, kind, layout_id)
    is_new = layout_id is None or (draft is not None and draft.is_new)
    kept = None if is_new or layout_id is None else desk.store.layouts.get(layout_id)
    own = desk.store.stationery.get()
    return OpenedLayout(
        layout=kept,
        form=kept.form if kept else LayoutForm(""),
        home=desk.store.company.get().language,
        has_invoice=bool(desk.store.invoices.first(NEWEST_INVOICES, 1)),
        has_sheets=bool(own.sheet or own.watermark),
        has_terms=bool(own.terms),
        draft=draft,
    )
