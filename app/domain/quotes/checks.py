"""What stands in the way of sending a quote: every problem at once, each at its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.invoices.buyers import BuyerNeeds
from app.domain.invoices.checks import LONG, IssueRules
from app.domain.invoices.checks import check as check_invoice
from app.domain.invoices.checks import check_figures as check_whole
from app.domain.quotes.choosing import counted, groups_of
from app.domain.quotes.quote import Choice, Quote
from app.domain.shared.problems import Problem, Rule

VALID_BEFORE_DATE = Rule("quotes.valid-before-date", "valid_until", "issued_on")
VALIDITY_PASSED = Rule("quotes.validity-passed", "valid_until", "today")
VALID_LONG = Rule("quotes.valid-long", "valid_until", "issued_on", is_warning=True)
ALTERNATIVE_TO_NOTHING = Rule("quotes.alternative-to-nothing")
NOTHING_FIRM = Rule("quotes.nothing-firm", is_warning=True)
NO_CUSTOMER = Rule("quotes.no-customer")
NO_LINES = Rule("quotes.no-lines")
_OWN_WORDS = {"invoices.no-customer": NO_CUSTOMER, "invoices.no-lines": NO_LINES}
_OF_INVOICES_ONLY = frozenset({"due_on"})


def check(quote: Quote, rules: IssueRules, today: date) -> tuple[Problem, ...]:
    """Return every reason not to send a quote, warnings among them; none means go.

    A buyer need not be known as an invoice wants it, and nothing is sent as an e-invoice yet.
    """
    plain = replace(rules, buyer=BuyerNeeds(), sending=None)
    found = check_invoice(quote.offer, plain, today)
    own = (_in_own_words(one) for one in found if one.field not in _OF_INVOICES_ONLY)
    whole = () if any(not one.is_warning for one in found) else check_figures(quote)
    return (*own, *whole, *_validity(quote, today), *_positions(quote))


def check_figures(quote: Quote) -> tuple[Problem, ...]:
    """Return the figures that cannot be held, of all that is offered and of what counts."""
    return check_whole(quote.offer) or check_whole(counted(quote))


def _in_own_words(problem: Problem) -> Problem:
    rule = _OWN_WORDS.get(problem.code)
    return rule.at(problem.field) if rule is not None else problem


def _validity(quote: Quote, today: date) -> Iterator[Problem]:
    issued_on, until = quote.offer.issued_on or today, quote.valid_until
    if until is None:
        return
    if until < issued_on:
        yield VALID_BEFORE_DATE.at("valid_until", valid_until=until, issued_on=issued_on)
    elif until < today:
        yield VALIDITY_PASSED.at("valid_until", valid_until=until, today=today)
    elif until - issued_on > LONG:
        yield VALID_LONG.at("valid_until", valid_until=until, issued_on=issued_on)


def _positions(quote: Quote) -> Iterator[Problem]:
    groups = groups_of(quote.positions)
    for place, one in enumerate(quote.positions):
        others = (*groups[:place], *groups[place + 1 :])
        if one.choice is Choice.ALTERNATIVE and (not groups[place] or groups[place] not in others):
            yield ALTERNATIVE_TO_NOTHING.at(f"lines.{place}.choice")
    if quote.offer.lines and all(line.is_heading for line in counted(quote).lines):
        yield NOTHING_FIRM.at("lines")
