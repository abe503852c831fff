"""One plan in a tab: written, looked at as it prints, and kept by Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.recurring.plan import KIND, Makes, Plan, PlanForm
from app.domain.shared.drafts import FormDraft, typed_in
from app.domain.shared.ids import InvoiceId, PlanId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.services import plan_forms, plans
from app.services.invoices import Review
from app.services.plan_forms import PlanDesktop
from app.ui.invoices.batch import question_about
from app.ui.invoices.editor_verbs import EditorVerbs
from app.ui.invoices.making import Deeds
from app.ui.invoices.plan_editor import PlanEditor
from app.ui.invoices.plan_words import STATES, TONES
from app.ui.invoices.writing import WritingPage
from app.ui.kit.dialogs import Dialog, ask
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats

STANDING = "standing"
_BUTTONS = ("invoice.details", "invoice.page", "invoice.issue")
DEEDS = Deeds(
    form=KIND,
    opened=plan_forms.opened,
    get=plans.get,
    add=plans.add,
    revise=plans.change,
    finish=None,
)


class PlanPage(WritingPage):
    """Writes a plan; what is typed is kept at once, the plan itself only when it is saved."""

    saves_by_itself = False

    def __init__(self, shell: Shell, record: int | None, invoice: int | None = None) -> None:
        plan_id = PlanId(record if record is not None else new_id())
        super().__init__(shell, KIND, plan_id, DEEDS)
        self.plan_id = plan_id
        self.record = record
        self._of = InvoiceId(invoice) if invoice is not None else None
        self._plan: Plan | None = None
        self.verbs: PlanPageVerbs = PlanPageVerbs(self)
        self.name(_("New plan") if record is None else _("Plan"))
        self.open_record()

    def open_record(self) -> None:
        self.shell.client.ask_or(self.opened, self._gone, plan_forms.opened, *self.asked())

    def asked(self) -> tuple[PlanId, InvoiceId | None, frozenset[int]]:
        return self.plan_id, self._of, self.shell.held(KIND)

    def recorded(self) -> tuple[str, ...]:
        return (f"{KIND}:{self.plan_id}",)

    def buttons(self) -> tuple[str, ...]:
        return _BUTTONS

    def draft_state(self) -> tuple[str, str]:
        state = self._plan.state if self._plan else None
        return (_("New"), "accent") if state is None else (_(STATES[state]), TONES[state])

    def opened(self, desktop: PlanDesktop) -> None:
        self._plan = desktop.plan
        if desktop.kept is not None:
            self._take_up(desktop.kept)
        self.shell.hold(self, KIND, self.plan_id)
        editor = PlanEditor(self.shell, desktop, self.plan_id)
        self.write(editor, editor.opened)

    def named(self, review: Review) -> str:
        editor = self.editor
        written = editor.schedule.name.value() if isinstance(editor, PlanEditor) else ""
        return written or _("New plan")

    def shown_if_over(self, record: Plan) -> bool:
        return False

    def finished_as(self, record: Plan) -> None:
        self.is_over = True
        due_on = record.due_on
        name, day = record.form.name, formats().day(due_on) if due_on else ""
        if not day:
            told = _("“{name}” is saved", name=name)
        elif record.form.makes.is_order:
            told = _("“{name}” is saved; next order {day}", name=name, day=day)
        else:
            told = _("“{name}” is saved; next invoice {day}", name=name, day=day)
        self.shell.say(told)
        self.finished.emit()

    def ask_about(self, doubts: Sequence[Problem], go_on: Callable[[], object]) -> Dialog:
        return ask(self, question_about(doubts, _("Save anyway")), go_on)

    def _take_up(self, kept: FormDraft) -> None:
        """Go on with what was typed before under an id of its own."""
        self.plan_id = PlanId(kept.entity)
        self.record_id = kept.entity
        self.keeper.go_on_as(kept.entity)

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()


class StandingPage(PlanPage):
    """Writes a standing order: a plan that makes orders, confirmed unless the clerk says drafts."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, record)
        self.kind = STANDING
        self.name(_("New standing order") if record is None else _("Standing order"))

    def opened(self, desktop: PlanDesktop) -> None:
        if desktop.plan is None:
            typed = typed_in(PlanForm, desktop.kept)
            if typed is None or not typed.makes.is_order:
                form = replace(desktop.form, makes=Makes.CONFIRMED)
                desktop = replace(desktop, form=form, kept=None)
        super().opened(desktop)

    def named(self, review: Review) -> str:
        written = super().named(review)
        return _("New standing order") if written == _("New plan") else written


class PlanPageVerbs(EditorVerbs):
    """Offers the actions of one page on which a plan is written."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        page.shell.book.offer(
            page,
            {
                **self.slots(),
                "invoice.issue": page.finish,
                "invoice.customer": self.go_to_customer,
            },
        )
        page.shell.book.call(page, "invoice.issue", _("Save the plan"))

    def rescue(self, content: PlanForm) -> None:
        """Keep what was written as a plan of its own."""
        self._shell.client.do(self._rescued, plans.add, content)

    def _rescued(self, plan: Plan) -> None:
        self._shell.open(KIND, plan.id)
        self._shell.say(_("Your version is kept as a plan of its own"))
