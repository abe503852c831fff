"""What can be done with a plan wherever it is shown: rest, go on, leave out, raise, end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.recurring.plan import Plan, PlanState
from app.domain.shared.ids import PlanId
from app.services import plans
from app.ui.invoices.plan_raise import ask_for_rise
from app.ui.kit.dialogs import Dialog, Question, ask
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats


class PlanVerbs(QObject):
    """Moves plans on and says what became of them."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._client = shell.client
        self._page = page

    def pause(self, plan: Plan) -> None:
        """Let a plan rest."""
        self._client.do(self._paused, plans.pause, plan.id, plan.version)

    def resume(self, plan: Plan) -> None:
        """Let a plan go on; what it missed is billed or left out, as the clerk says."""
        missed = _missed(plan, self._shell.today())
        if not missed:
            self._go_on(plan, without_missed=False)
            return
        text = _(
            "{count} periods are over since it rests. The next run bills them, unless you "
            "leave them out.",
            count=missed,
        )
        dialog = Dialog(self._page, _("Let the plan go on?"), text, "player-play")
        dialog.add_button(_("Cancel"), dialog.reject, primary=False)
        for label, leave_out in ((_("Leave them out"), True), (_("Bill them"), False)):
            chosen = partial(self._chosen, dialog, plan, leave_out)
            dialog.add_button(label, chosen, primary=not leave_out)
        dialog.open()

    def skip(self, plan: Plan) -> None:
        """Leave the next period of a plan out."""
        period = next(plan.upcoming(), None)
        if period is None:
            return
        question = Question(
            _("Leave the period out?"),
            _("No invoice is made from {day} on.", day=formats().day(period.begins_on)),
            _("Leave it out"),
        )
        asked = partial(self._client.do, self._skipped, plans.skip, plan.id, plan.version)
        ask(self._page, question, asked)

    def end(self, plan: Plan) -> None:
        """End a plan; what was billed stays."""
        question = Question(
            _("End the plan?"),
            _("What was billed stays; nothing more is billed of “{name}”.", name=plan.form.name),
            _("End it"),
        )
        asked = partial(self._client.do, self._ended, plans.end, plan.id, plan.version)
        ask(self._page, question, asked)

    def raise_prices(self, ids: tuple[PlanId, ...]) -> None:
        """Ask from which day on and by how much the prices of plans rise."""
        ask_for_rise(self._page, self._shell, ids)

    def go_to_customer(self, plan: Plan) -> None:
        """Show whom a plan bills."""
        if plan.form.content.customer_id is not None:
            self._shell.open("contact", plan.form.content.customer_id)

    def _chosen(self, dialog: Dialog, plan: Plan, leave_out: bool) -> None:  # noqa: FBT001  partial gives it by place
        dialog.accept()
        self._go_on(plan, without_missed=leave_out)

    def _go_on(self, plan: Plan, *, without_missed: bool) -> None:
        resume = plans.resume_without_missed if without_missed else plans.resume
        self._client.do(self._resumed, resume, plan.id, plan.version)

    def _paused(self, plan: Plan) -> None:
        self._shell.say(_("“{name}” rests", name=plan.form.name))

    def _resumed(self, plan: Plan) -> None:
        self._shell.say(_("“{name}” goes on", name=plan.form.name))

    def _skipped(self, plan: Plan) -> None:
        self._shell.say(_("Left out; the next period begins on {day}", day=_next(plan)))

    def _ended(self, plan: Plan) -> None:
        self._shell.say(_("“{name}” is ended", name=plan.form.name))


def possible_with(plan: Plan | None) -> Mapping[str, bool]:
    """Return what can be done with a plan now."""
    state = plan.state if plan else None
    is_open = state in (PlanState.RUNNING, PlanState.PAUSED)
    return {
        "plan.open": plan is not None,
        "plan.pause": state is PlanState.RUNNING,
        "plan.resume": state is PlanState.PAUSED,
        "plan.skip": state is PlanState.RUNNING,
        "plan.raise": is_open,
        "plan.end": is_open,
        "invoice.customer": plan is not None,
    }


def _missed(plan: Plan, today: date) -> int:
    """Return how many periods are over that a resting plan did not bill."""
    count = 0
    for period in plan.upcoming():
        if period.ends_on >= today:
            break
        count += 1
    return count


def _next(plan: Plan) -> str:
    return formats().day(plan.next_on)
