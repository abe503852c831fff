"""The recurring invoices: the list of plans, what comes next of each, and what was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from app.domain.recurring.plan import Plan, PlanRow
from app.domain.shared.ids import PlanId
from app.lang.texts import mark
from app.services import plans, standing
from app.services.office import Desk
from app.services.plans import SeenPlan
from app.ui.invoices.plan_card import PlanCard
from app.ui.invoices.plan_verbs import PlanVerbs, possible_with
from app.ui.invoices.plan_words import PLANS, STANDING, plans_listing
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.verb_list import VerbList

_LIST, _CARD = 780, 290


class PlansList(VerbList[PlanRow, SeenPlan]):
    """Lists plans beside what was made of the chosen one; Enter opens it."""

    kind = "plan"
    module = "invoices"
    plans_shown = PLANS
    new, fresh, run = "plan.new", "invoice.new", "plan.run"
    fresh_call = mark("New plan")
    counts: Callable[[Desk], Mapping[str, int]] = staticmethod(plans.counts)

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, plans_listing(shell.today, self.plans_shown), strip)
        self.verbs = PlanVerbs(shell, self)
        self.card = PlanCard()
        self.set_details(self.card, _LIST, _CARD)
        self.card.opened.connect(shell.open)
        verbs: dict[str, Callable[[], object]] = {
            self.new: partial(shell.open, self.kind),
            self.fresh: partial(shell.open, self.kind),
            self.run: partial(shell.open, f"{self.kind}-run"),
            "plan.open": self.open_chosen,
            "plan.pause": self._on_plan(self.verbs.pause),
            "plan.resume": self._on_plan(self.verbs.resume),
            "plan.skip": self._on_plan(self.verbs.skip),
            "plan.raise": self.on_chosen(self._raise),
            "plan.end": self._on_plan(self.verbs.end),
            "invoice.customer": self._on_plan(self.verbs.go_to_customer),
        }
        self.begin(verbs, self.counts)
        shell.book.call(self, self.fresh, _(self.fresh_call))

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


class StandingList(PlansList):
    """Lists the plans that order goods, among the other orders."""

    kind = "standing"
    module = "orders"
    plans_shown = STANDING
    new, fresh, run = "standing.new", "order.new", "standing.run"
    fresh_call = mark("New standing order")
    counts = staticmethod(standing.counts)
