"""Why expenses are refused: each cause with its code, and the rules of what is written."""

from __future__ import annotations

from app.domain.shared.problems import Rule
from app.domain.shared.refusals import IllegalTransition, Refusal


class ClaimNotADraft(IllegalTransition):
    """Only a draft of a claim is changed, handed in or removed."""

    code = "expenses.not-a-draft"


class ClaimNotSubmitted(IllegalTransition):
    """Only a claim that was handed in is approved or rejected."""

    code = "expenses.not-submitted"


class ClaimNotRejected(IllegalTransition):
    """Only a rejected claim becomes a draft again."""

    code = "expenses.not-rejected"


class ClaimNotApproved(IllegalTransition):
    """Only an approved claim is posted."""

    code = "expenses.not-approved"


class ClaimNotPosted(IllegalTransition):
    """Only a posted claim that nobody has paid yet is paid."""

    code = "expenses.not-posted"


class PaidWithPayroll(Refusal):
    """The claim is paid with the payroll, not from the bank by itself."""

    code = "expenses.paid-with-payroll"


class PaidBeforePosted(Refusal):
    """The day of the payment is before the claim was approved, or has not come."""

    code = "expenses.pay-day"


class NoTariff(Refusal):
    """There is no tariff of that name on that day."""

    code = "expenses.no-tariff"


class BackBeforeLeft(Refusal):
    """Somebody would be back before they left."""

    code = "expenses.back-before-left"


class TripTooLong(Refusal):
    """The trip would be longer than anybody travels at a stretch: a year was mistyped."""

    code = "expenses.trip-too-long"


class NoTripRule(Refusal):
    """Nobody has said how the days of a trip are counted in this country."""

    code = "expenses.no-trip-rule"


WITHOUT_PERSON = Rule("expenses.without-person")
WITHOUT_PURPOSE = Rule("expenses.without-purpose")
WITHOUT_LINES = Rule("expenses.without-lines")
WITHOUT_DAY = Rule("expenses.without-day")
DAY_TO_COME = Rule("expenses.day-to-come", "day")
LONG_AGO = Rule("expenses.long-ago", "day", is_warning=True)
WITHOUT_TEXT = Rule("expenses.without-text")
WITHOUT_ACCOUNT = Rule("expenses.without-account")
ACCOUNT_NOT_EXPENSE = Rule("expenses.account-not-expense", "number")
WITHOUT_AMOUNT = Rule("expenses.without-amount")
WITHOUT_QUANTITY = Rule("expenses.without-quantity")
WITHOUT_PRICE = Rule("expenses.without-price")
WITHOUT_TARIFF = Rule("expenses.without-tariff")
TARIFF_UNKNOWN = Rule("expenses.tariff-unknown", "tariff", "day")
TARIFF_UNCHECKED = Rule("expenses.tariff-unchecked", "tariff", "source", is_warning=True)
ABOVE_TARIFF = Rule("expenses.above-tariff", "tariff", "price", is_warning=True)
VAT_UNKNOWN = Rule("expenses.vat-unknown", "vat")
NO_RATE = Rule("expenses.no-rate", "currency", "day")
OVER_LIMIT = Rule("expenses.over-limit", "limit")
WITHOUT_RECEIPT = Rule("expenses.without-receipt", is_warning=True)
SAME_RECEIPT = Rule("expenses.same-receipt", "number", is_warning=True)
SAME_EXPENSE = Rule("expenses.same-expense", "number", is_warning=True)
LIMIT_WITHOUT_NAME = Rule("expenses.limit-without-name")
LIMIT_WITHOUT_DAY = Rule("expenses.limit-without-day")
LIMIT_WITHOUT_AMOUNT = Rule("expenses.limit-without-amount")
