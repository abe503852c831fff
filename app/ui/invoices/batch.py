"""Issuing many drafts at once: asked once, told how it ended, and why some were refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.invoices.invoice import Invoice, InvoiceRow, Kind
from app.domain.shared.problems import Problem
from app.lang.messages import sentence
from app.services.invoices import IssuedMany, NotIssued
from app.ui.kit.dialogs import Dialog, Question, ask, tell
from app.ui.kit.messages import problem_text
from app.ui.kit.texts import _, formats, many, say


def issued_text(invoice: Invoice) -> str:
    """Return what is said when an invoice was issued."""
    if invoice.kind is Kind.CREDIT_NOTE:
        return _("Credit note {number} issued – filed and booked", number=invoice.number)
    return _("Invoice {number} issued – filed and booked", number=invoice.number)


def ask_to_issue(
    parent: QWidget, drafts: Sequence[InvoiceRow], issue: Callable[[], object]
) -> Dialog:
    """Ask before many numbers are taken: that cannot be undone."""
    sums: dict[str, int] = defaultdict(int)
    for row in drafts:
        sums[row.currency] += row.gross_minor
    amount = " + ".join(formats().money(minor, currency) for currency, minor in sums.items())
    question = Question(
        many("Issue {n} draft?", "Issue {n} drafts?", len(drafts)),
        _(
            "Together {amount}. Each gets its number, is booked and filed; an issued invoice"
            " never changes.",
            amount=amount,
        ),
        _("Issue"),
    )
    return ask(parent, question, issue)


def tell_refused(parent: QWidget, outcome: IssuedMany) -> Dialog:
    """Tell which drafts stayed drafts, and why."""
    count = len(outcome.refused)
    lines = [reason(one) for one in outcome.refused]
    shown = "\n".join(f"• {line}" for line in dict.fromkeys(lines))
    return tell(
        parent,
        many("{n} draft was not issued", "{n} drafts were not issued", count),
        shown,
    )


def reason(refused: NotIssued) -> str:
    """Return in one sentence why a draft was not issued."""
    wrong = [problem for problem in refused.problems if not problem.is_warning]
    if wrong:
        return problem_text(wrong[0])
    found = sentence(refused.code, refused.facts, say(), formats())
    return " ".join(part for part in (found.what, found.todo) if part)


def ask_about(
    parent: QWidget, doubts: Sequence[Problem], issue: Callable[[], object], yes: str = ""
) -> Dialog:
    """Ask whether to issue although something looks unusual."""
    return ask(parent, question_about(doubts, yes or _("Issue anyway")), issue)


def question_about(doubts: Sequence[Problem], yes: str) -> Question:
    """Return the question whether to go on although something looks unusual."""
    lines = dict.fromkeys(problem_text(problem) for problem in doubts)
    return Question(
        many("There is {n} thing to look at", "There are {n} things to look at", len(lines)),
        "\n".join(f"• {line}" for line in lines),
        yes,
    )
