"""The recurring invoices: the list of plans, what comes next of each, and what was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from app.domain.recurring.plan import Plan, PlanRow
from app.domain.shared.ids import PlanId
from app.services import plans
from app.services.plans import SeenPlan
from app.ui.invoices.plan_card import PlanCard
from app.ui.invoices.plan_verbs import PlanVerbs, possible_with
from app.ui.invoices.plan_words import plans_listing
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.verb_list import VerbList

_LIST, _CARD = 780, 290


class PlansList(VerbList[PlanRow, SeenPlan]):
    """Lists plans beside what was made of the chosen one; Enter opens it."""

    kind = "plan"
    module = "invoices"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, plans_listing(shell.today), strip)
        self.verbs = PlanVerbs(shell, self)
        self.card = PlanCard()
        self.set_details(self.card, _LIST, _CARD)
        self.card.opened.connect(partial(shell.open, "invoice"))
        verbs: dict[str, Callable[[], object]] = {
            "plan.new": partial(shell.open, "plan"),
            "invoice.new": partial(shell.open, "plan"),
            "plan.run": partial(shell.open, "plan-run"),
            "plan.open": self.open_chosen,
            "plan.pause": self._on_plan(self.verbs.pause),
            "plan.resume": self._on_plan(self.verbs.resume),
            "plan.skip": self._on_plan(self.verbs.skip),
            "plan.raise": self.on_chosen(self._raise),
            "plan.end": self._on_plan(self.verbs.end),
            "invoice.customer": self._on_plan(self.verbs.go_to_customer),
        }
        self.begin(verbs, plans.counts)
        shell.book.call(self, "invoice.new", _("New plan"))

    def look(self, record: int) -> None:
        self.shell.client.ask(self.see, plans.seen, PlanId(record))

    def tell(self, seen: SeenPlan | None) -> None:
        if seen is not None:
            self.card.show_seen(seen)
        else:
            self.card.empty()

    def possible(self, seen: SeenPlan | None) -> Mapping[str, bool]:
        return possible_with(seen.plan if seen is not None else None)

    def _on_plan(self, verb: Callable[[Plan], object]) -> Callable[[], object]:
        return self.on_chosen(lambda seen: verb(seen.plan))

    def _raise(self, seen: SeenPlan) -> None:
        chosen = tuple(PlanId(one) for one in self.table.selected_ids())
        self.verbs.raise_prices(chosen or (seen.plan.id,))
