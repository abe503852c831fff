"""The places of invoicing: invoices, what is open, what was paid, and quotes, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.admin.company import Company
from app.domain.invoices.checks import ABBREVIATED_IN
from app.domain.invoices.invoice import Invoice
from app.domain.quotes.standing import Shown
from app.lang.texts import mark
from app.services import abbreviated, admin, quotes, recurring
from app.services.recurring import Due
from app.ui.invoices.tab import InvoicesTab
from app.ui.kit.sections import Section, Sections, Strip
from app.ui.kit.shell import Shell

_MOMENT = 600
"""So many milliseconds later what is due is counted: the first list does not wait for it."""


def _open_items(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.invoices.open_items import OpenItemsList  # noqa: PLC0415  built when shown first

    return OpenItemsList(shell, strip)


def _reminders(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.invoices.reminders import RemindersList  # noqa: PLC0415  built when shown first

    return RemindersList(shell, strip)


def _payments(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.invoices.payments import PaymentsList  # noqa: PLC0415  built when it is shown first

    return PaymentsList(shell, strip)


def _billables(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.invoices.billables import BillablesList  # noqa: PLC0415  built when shown first

    return BillablesList(shell, strip)


def _layouts(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.invoices.layouts import LayoutShelf  # noqa: PLC0415  built when it is shown first

    return LayoutShelf(shell, strip)


def begin_run_in(shell: Shell, page: QWidget) -> None:
    """Ask by what a run of reminders is reckoned, and open the run that is prepared."""
    from app.ui.invoices.reminder_dialog import begin_run  # noqa: PLC0415  loaded when asked for

    begin_run(shell, page)


def _quotes(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.invoices.quotes.tab import QuotesList  # noqa: PLC0415  built when it is shown first

    return QuotesList(shell, strip)


def _recurring(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.invoices.plans import PlansList  # noqa: PLC0415  built when it is shown first

    return PlansList(shell, strip)


class InvoicePlaces(Sections):
    """The ways into invoicing; invoices are shown first."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            (
                Section("invoices", mark("Invoices"), partial(InvoicesTab, shell)),
                Section("quotes", mark("Quotes"), partial(_quotes, shell)),
                Section("recurring", mark("Recurring"), partial(_recurring, shell)),
                Section("billables", mark("Work"), partial(_billables, shell)),
                Section("open-items", mark("Open items"), partial(_open_items, shell)),
                Section("payments", mark("Payments"), partial(_payments, shell)),
                Section("reminders", mark("Reminders"), partial(_reminders, shell)),
                Section("layouts", mark("Layouts"), partial(_layouts, shell)),
            )
        )
        shell.book.offer(
            self,
            {
                "invoices.list": partial(self.show_section, "invoices"),
                "invoices.recurring": partial(self.show_section, "recurring"),
                "plan.run": partial(shell.open, "plan-run"),
                "plan.new": partial(shell.open, "plan"),
                "invoices.open-items": partial(self.show_section, "open-items"),
                "invoices.reminders": partial(self.show_section, "reminders"),
                "invoices.payments": partial(self.show_section, "payments"),
                "invoices.billables": partial(self.show_section, "billables"),
                "invoices.layouts": partial(self.show_section, "layouts"),
                "invoices.quotes": partial(self.show_section, "quotes"),
                "quote.new": partial(shell.open, "quote"),
                "payment.new": partial(shell.open, "payment-of"),
                "billable.new": partial(shell.open, "billable"),
                "invoice.abbreviated": self._abbreviate,
                "reminder.new": partial(begin_run_in, shell, self),
            },
        )
        self._shell = shell
        shell.book.allow(self, "invoice.abbreviated", allowed=False)
        shell.client.ask(self._allow, admin.company)
        shell.client.changed.connect(self._news)
        QTimer.singleShot(_MOMENT, self, self._ask_all)

    def _allow(self, company: Company) -> None:
        is_thai = company.country == ABBREVIATED_IN
        self._shell.book.allow(self, "invoice.abbreviated", allowed=is_thai)

    def _abbreviate(self) -> None:
        self._shell.client.do(self._begun, abbreviated.begin)

    def _begun(self, draft: Invoice) -> None:
        self._shell.open("invoice", draft.id)

    def _news(self, tables: frozenset[str]) -> None:
        if "recurring_plan" in tables:
            self._ask_due()
        if "quote" in tables:
            self._ask_run_out()

    def _ask_all(self) -> None:
        self._ask_due()
        self._ask_run_out()

    def _ask_due(self) -> None:
        self._shell.client.ask(self._tell_due, recurring.due)

    def _ask_run_out(self) -> None:
        self._shell.client.ask(self._tell_run_out, quotes.counts)

    def _tell_due(self, due: Due) -> None:
        self.count({"recurring": due.plans})

    def _tell_run_out(self, counts: Mapping[str, int]) -> None:
        """Show how many quotes are past their day and wait for a decision."""
        self.count({"quotes": counts[Shown.RUN_OUT.value]})
