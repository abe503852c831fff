"""The screens: where each of them is found, by the keys that a clerk presses."""

from __future__ import annotations

from dataclasses import dataclass

from app.tour.stage import Stage
from app.ui.kit.shell import RecordPage
from app.ui.kit.texts import _


@dataclass(frozen=True, slots=True)
class Screen:
    """What is photographed under a name: a module, and the keys that lead on from its list.

    ``words`` are then looked for in the list; ``action`` is what the palette is asked for where
    no key leads on.
    """

    name: str
    module: str
    keys: tuple[str, ...] = ()
    action: str = ""
    words: str = ""


SCREENS = (
    Screen("invoices", "invoices"),
    Screen("open-items", "invoices", ("Alt+5",)),
    Screen("statement", "invoices", ("Alt+5", "T")),
    Screen("open-items-on", "invoices", ("Alt+5", "A")),
    Screen("payments", "invoices", ("Alt+6",)),
    Screen("payment", "invoices", ("Alt+6", "Return")),
    Screen("payment-of", "invoices", ("Ctrl+Shift+P",)),
    Screen("reminders", "invoices", ("Alt+7",)),
    Screen("reminder-run", "invoices", ("Alt+7", "Return")),
    Screen("reminder", "invoices", ("Alt+7", "Return", "Return")),
    Screen("layouts", "invoices", ("Alt+8",)),
    Screen("invoice-layout", "invoices", ("Alt+8", "Return")),
    Screen("billable", "invoices", action="billable.new"),
    Screen("receipt", "invoices", ("Alt+6",), action="payment.receipt"),
    Screen("quotes", "invoices", ("Alt+2",)),
    Screen("quote", "invoices", ("Alt+2", "Return")),
    Screen("recurring", "invoices", ("Alt+3",)),
    Screen("plan", "invoices", ("Alt+3", "Return")),
    Screen("plan-run", "invoices", ("Ctrl+Shift+B",)),
    Screen("plan-of", "invoices", ("Alt+1", "Ctrl+Shift+Y")),
    Screen("bulk", "invoices", ("Alt+1", "Ctrl+Shift+L")),
    Screen("orders", "orders"),
    Screen("order", "orders", ("Alt+1", "Return")),
    Screen("order-amend", "orders", ("Alt+1", "Ctrl+Shift+M")),
    Screen("order-import", "orders", ("Ctrl+Shift+O",)),
    Screen("orders-board", "orders", ("Alt+2",)),
    Screen("orders-calendar", "orders", ("Alt+3",)),
    Screen("deliveries", "orders", ("Alt+4",)),
    Screen("delivery", "orders", ("Alt+4", "Return")),
    Screen("returns", "orders", ("Alt+5",)),
    Screen("goods-return", "orders", ("Alt+5", "Return")),
    Screen("standing-orders", "orders", ("Alt+6",)),
    Screen("standing", "orders", ("Alt+6", "Return")),
    Screen("standing-run", "orders", ("Alt+6", "Ctrl+Shift+B")),
    Screen("people", "employees", ("Alt+1",)),
    Screen("employee", "employees", ("Alt+1", "Return")),
    Screen("contracts", "employees", ("Alt+1", "Return", "Ctrl+Shift+2")),
    Screen("belongings", "employees", ("Alt+1", "Return", "Ctrl+Shift+3")),
    Screen("steps", "employees", ("Alt+1", "Return", "Ctrl+Shift+4")),
    Screen("changes", "employees", ("Alt+1", "Return", "Ctrl+Shift+5")),
    Screen("employee-form", "employees", ("Alt+1", "C")),
    Screen("employee-private", "employees", ("Alt+1", "Return"), action="employee.private"),
    Screen("employment-contract", "employees", ("Alt+1", "Return", "Ctrl+Shift+N")),
    Screen(
        "contract-paper", "employees", ("Alt+1", "Return", "Ctrl+Shift+2"), action="contract.paper"
    ),
    Screen("person-documents", "employees", ("Alt+1", "Return", "Ctrl+Shift+6")),
    Screen("person-timeline", "employees", ("Alt+1", "Return", "Ctrl+Shift+7")),
    Screen("employee-paper", "employees", ("Alt+1", "F")),
    Screen("employee-whole-paper", "employees", ("Alt+1", "Return"), action="employee.whole-paper"),
    Screen("departments", "employees", ("Alt+2",)),
    Screen("organisation-list", "employees", ("Alt+0",)),
    Screen("organisation", "employees", ("Alt+0", "Ctrl+Shift+P")),
    Screen("people-due", "employees", ("Alt+3",)),
    Screen("checklists", "employees", ("Alt+4",)),
    Screen("work-times", "employees", (), action="employees.calendars"),
    Screen("leave-ledger", "employees", ("Alt+5", "Return")),
    Screen("leave-requests", "employees", ("Alt+6",)),
    Screen("absences", "employees", ("Alt+7",)),
    Screen("hours", "employees", ("Alt+8",)),
    Screen("entries", "employees", ("Ctrl+Shift+U",)),
    Screen("time-week", "employees", ("Ctrl+Shift+U", "Return")),
    Screen("overtime", "employees", action="employees.overtime"),
    Screen("expenses", "employees", ("Ctrl+Shift+X",)),
    Screen("expense-claim-form", "employees", ("Ctrl+Shift+X", "Return")),
    Screen("expense-claim", "employees", ("Ctrl+Shift+X", "Down", "Down", "Down", "Return")),
    Screen("expense-limits", "employees", action="employees.limits"),
    Screen("pay-runs", "employees", ("Alt+9",)),
    Screen("pay-of-a-person", "employees", ("Alt+1", "Return", "Ctrl+Shift+8", "Ctrl+Shift+J")),
    Screen("pay-components", "employees", ("Alt+Shift+7",)),
    Screen("pay-component", "employees", ("Alt+Shift+7", "Return")),
    Screen("pay-rates", "employees", ("Alt+Shift+8",)),
    Screen("pay-rate", "employees", ("Alt+Shift+8", "Return")),
    Screen("pay-simulation", "employees", ("Alt+Shift+9",)),
    Screen("payroll-run", "employees", ("Alt+9", "Return")),
    Screen("payslip", "employees", ("Alt+9", "Return", "Ctrl+P")),
    Screen("on-hand", "stock", ("Alt+1",)),
    Screen("goods", "stock", ("Alt+1", "Return")),
    Screen("goods-trail", "stock", ("Alt+1", "W")),
    Screen("stock-moves", "stock", ("Alt+2",)),
    Screen("stock-receipts", "stock", ("Alt+3",)),
    Screen("goods-receipt", "stock", ("Alt+3",), action="goods.receipt"),
    Screen("stock-list", "stock", ("Alt+1", "Ctrl+Shift+P")),
    Screen("lots", "stock", ("Alt+8",)),
    Screen("lot", "stock", ("Alt+8", "Return")),
    Screen("recall-list", "stock", ("Alt+8", "Return", "Ctrl+Shift+P")),
    Screen("counts", "stock", ("Alt+4",)),
    Screen("stock-count", "stock", ("Alt+4", "Return")),
    Screen("count-paper", "stock", ("Alt+4", "Return", "Ctrl+P")),
    Screen("place-labels", "stock", ("Alt+4", "Ctrl+Shift+L")),
    Screen("item-labels", "products", ("Ctrl+Shift+L",)),
    Screen("reorder", "stock", ("Alt+5",)),
    Screen("future-stock", "stock", ("Alt+5",), action="reorder.future"),
    Screen("stock-places", "stock", ("Alt+6",)),
    Screen("reports", "stock", ("Alt+7",)),
    Screen("stock-report", "stock", ("Alt+7", "Ctrl+Shift+P")),
    Screen("contacts", "contacts"),
    Screen("contact", "contacts", ("Return",)),
    Screen("contact-import", "contacts", ("Ctrl+Shift+I",)),
    Screen("products", "products"),
    Screen("product", "products", ("Return",)),
    Screen("accounts", "accounting", ("Alt+1",)),
    Screen("account", "accounting", ("Alt+1", "Return")),
    Screen("account-form", "accounting", ("Alt+1", "Ctrl+Shift+A")),
    Screen("journal", "accounting", ("Alt+2",)),
    Screen("entry", "accounting", ("Alt+2", "Return")),
    Screen("entry-form", "accounting", ("Alt+2", "Ctrl+N")),
    Screen("trial-balance", "accounting", ("Alt+3",)),
    Screen("vat-codes", "accounting", ("Alt+4",)),
    Screen("tax-codes", "accounting", ("Alt+5",)),
    Screen("sales-tax", "accounting", ("Alt+6",)),
    Screen("archive", "archive"),
    Screen("document", "archive", ("Return",)),
    Screen("pages", "archive", ("A",)),
    Screen("intake-folders", "archive", ("Alt+4",)),
    Screen("archive-kinds", "archive", action="archive.arrange"),
    Screen("holds", "archive", action="archive.holds"),
    Screen("disposal", "archive", action="archive.disposal"),
    Screen("rules", "archive", action="archive.rules"),
    Screen("proof", "archive", action="archive.proof"),
    Screen("missing", "archive", action="archive.missing"),
    Screen("to-do", "archive", ("Alt+5",)),
    Screen("binders", "archive", action="archive.binders"),
    Screen("labels", "archive", action="archive.labels"),
    Screen("draft-bill", "archive", action="document.bill", words="verkkolasku"),
    Screen("letters-in", "letters", ("Alt+1",)),
    Screen("letter-in", "letters", ("Alt+1", "Return")),
    Screen("letters-out", "letters", ("Alt+2",)),
    Screen("letter-out", "letters", ("Alt+2", "Return")),
    Screen("mailings", "letters", ("Alt+3",)),
    Screen("merge-run", "letters", ("Alt+3", "Return")),
    Screen("mailing-lists", "letters", ("Alt+4",)),
    Screen("mailing-list", "letters", ("Alt+4", "Return")),
    Screen("templates", "letters", ("Alt+5",)),
    Screen("template", "letters", ("Alt+5", "Return")),
    Screen("snippets", "letters", ("Alt+6",)),
    Screen("snippet", "letters", ("Alt+6", "Return")),
    Screen("letters-to-do", "letters", ("Alt+7",)),
    Screen("postage", "letters", ("Alt+8",)),
    Screen("mails", "letters", ("Alt+9",)),
    Screen("mail", "letters", ("Alt+9", "Return")),
    Screen("mail-accounts", "letters", action="post.accounts"),
    Screen("stationery", "letters", action="letters.stationery"),
    Screen("letter-kinds", "letters", action="letters.kinds"),
    Screen("company", "company"),
    Screen("backups", "company", action="company.backups"),
    Screen("approvals", "company", action="company.approvals"),
    Screen("health", "company", action="company.health"),
    Screen("log", "company", action="company.log"),
)
LAYERS = (("palette", "Ctrl+K", "kahvi"), ("shortcuts", "Ctrl+/", ""), ("manual", "F1", ""))
"""What lies over the window: its key, and what is typed into it."""


def shoot_all(stage: Stage) -> None:
    """Photograph every screen of an open office, the settings last."""
    for screen in SCREENS:
        stage.go(screen.module)
        for key in screen.keys:
            stage.press(key)
            stage.settle()
        if screen.words:
            _look_for(stage, screen.words)
        if screen.action:
            _ask_palette(stage, screen.action)
        stage.shoot(screen.name)
        if isinstance(stage.page, RecordPage):
            stage.press("Ctrl+W")
            stage.settle()
    for name, key, words in LAYERS:
        stage.press(key)
        stage.type(words)
        stage.shoot(name)
        stage.press("Escape")
        stage.front.come_forward()
        stage.settle()
    stage.window.show_settings()
    stage.shoot("settings")


def _look_for(stage: Stage, words: str) -> None:
    """Look for words in the list that is shown."""
    stage.press("Ctrl+F")
    stage.type(words)
    stage.settle()


def _ask_palette(stage: Stage, action: str) -> None:
    """Choose an action by its text in the palette, as a clerk does who knows no key for it."""
    assert stage.window.shell is not None
    stage.press("Ctrl+K")
    stage.type(_(stage.window.shell.book.rows[action].text).rstrip("…"))
    stage.settle()
    stage.press("Return")
    stage.front.come_forward()
    stage.settle()
