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
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_LIST, _CARD = 780, 290


class PlansList(ListPage[PlanRow]):
    """Lists plans beside what was made of the chosen one; Enter opens it."""

    module = "invoices"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, plans_listing(shell.today))
        self._seen: SeenPlan | None = None
        self.head.lead(strip)
        self.verbs = PlanVerbs(shell, self)
        self.card = PlanCard()
        self.set_details(self.card, _LIST, _CARD)
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        self.card.opened.connect(partial(shell.open, "invoice"))
        shell.book.offer(
            self,
            {
                "plan.new": partial(shell.open, "plan"),
                "invoice.new": partial(shell.open, "plan"),
                "plan.run": partial(shell.open, "plan-run"),
                "plan.open": self._open_chosen,
                "plan.pause": partial(self._on_plan, self.verbs.pause),
                "plan.resume": partial(self._on_plan, self.verbs.resume),
                "plan.skip": partial(self._on_plan, self.verbs.skip),
                "plan.raise": self._raise,
                "plan.end": partial(self._on_plan, self.verbs.end),
                "invoice.customer": partial(self._on_plan, self.verbs.go_to_customer),
            },
        )
        shell.book.call(self, "invoice.new", _("New plan"))
        self._allow()
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def _on_plan(self, verb: Callable[[Plan], object]) -> None:
        if self._seen is not None:
            verb(self._seen.plan)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("plan", record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _raise(self) -> None:
        chosen = tuple(PlanId(one) for one in self.table.selected_ids())
        if self._seen is not None:
            self.verbs.raise_prices(chosen or (self._seen.plan.id,))

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._show_seen, plans.seen, PlanId(record))

    def _show_seen(self, seen: SeenPlan) -> None:
        self._seen = seen
        self.card.show_seen(seen)
        self._allow()

    def _settled(self, count: object) -> None:
        if not count:
            self._seen = None
            self.card.empty()
            self._allow()
        self.show_details(self.card, wanted=bool(count))

    def _allow(self) -> None:
        plan = self._seen.plan if self._seen is not None else None
        for name, allowed in possible_with(plan).items():
            self.shell.book.allow(self, name, allowed=allowed)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"recurring_plan", "plan_period"}:
            self._ask_counts()
            self._look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, plans.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
