"""The editor of a plan: its schedule above, its content below, the next invoice as it prints."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from app.domain.recurring.plan import PlanForm
from app.domain.shared.ids import PlanId
from app.services import plan_forms
from app.services.invoices import Review
from app.services.plan_forms import Asked, PlanDesktop, PlanReview
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.making import INVOICE, Opened
from app.ui.invoices.plan_schedule import ScheduleFields
from app.ui.invoices.run_words import gross_text
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

_DETAILS = (
    "terms_days",
    "early",
    "our_reference",
    "language",
    "is_gross",
    "order_reference",
    "contract_reference",
    "eformat",
)
_TOLD = 4
"""How many of the invoices to come are told."""


PLAN = replace(
    INVOICE,
    head=("customer_id", *_DETAILS),
    details=_DETAILS,
    tail=("discount", "your_reference", "note"),
    review=plan_forms.reviewed,
    preview=plan_forms.page,
    explanation=plan_forms.explanation,
)


class PlanEditor(DraftEditor):
    """Edits one plan."""

    def __init__(self, shell: Shell, desktop: PlanDesktop, plan_id: PlanId) -> None:
        opened = Opened(
            company=desktop.company,
            pack=desktop.pack,
            content=desktop.form.content,
            version=desktop.plan.version if desktop.plan else 0,
            kept=desktop.kept,
            customers=desktop.customers,
            products=desktop.products,
        )
        super().__init__(shell, PLAN, opened)
        self.opened = opened
        self._client, self._plan_id = shell.client, plan_id
        self.schedule = ScheduleFields(shell, desktop.form)
        self.schedule.put(desktop.form)
        self.schedule.submitted.connect(self._enter_head)
        self.reviewed.connect(self._ask_coming)

    @property
    def forms(self) -> tuple[Form, ...]:
        return (self.schedule, *super().forms)

    @property
    def is_blank(self) -> bool:
        is_named = bool(self.schedule.name.value() or self.head.customer.value())
        return not is_named and all(row.is_blank for row in self.model.rows)

    def written(self) -> PlanForm:
        return self.schedule.form(self.content())

    def _asked(self) -> Asked:
        return Asked(self.written(), self._plan_id)

    def begin(self) -> None:
        self.schedule.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_head(self) -> None:
        self.head.customer.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_coming(self, _review: Review) -> None:
        asked = (self.written(), self._plan_id)
        self._client.ask(self._show_coming, plan_forms.review, *asked)

    def _show_coming(self, review: PlanReview) -> None:
        self.schedule.coming.setText(_coming(review))


def _coming(review: PlanReview) -> str:
    """Return which invoices come next: when, and over how much."""
    told = [
        f"{formats().day(day)} {gross_text(one.gross)}".strip()
        for day, one in zip(review.days[:_TOLD], review.upcoming[:_TOLD], strict=True)
    ]
    if not told:
        return ""
    more = " …" if len(review.upcoming) > _TOLD else ""
    invoices = " · ".join(told) + more
    if review.upcoming[0].makes.is_order:
        return _("Next orders: {orders}", orders=invoices)
    return _("Next invoices: {invoices}", invoices=invoices)
