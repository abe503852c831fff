"""Sentences about the books: entries, accounts and fiscal years."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "accounting.unbalanced": Parts(
        mark("The entry does not balance."),
        mark("Debit and credit must be equal, in one currency, on at least two accounts."),
        mark("Correct the amounts of the entry."),
    ),
    "accounting.period-closed": Parts(
        mark("The day is in no open fiscal year."),
        mark("Nothing can be posted to a year that is closed or not yet opened."),
        mark("Choose a day in an open fiscal year."),
    ),
    "accounting.account-missing": Parts(
        mark("The chart has no open account for {use}."),
        mark("An invoice must be posted when it is issued, and that account is needed for it."),
        mark("Add the account, or open it again, in the chart of accounts."),
    ),
    "accounting.account-closed": Parts(
        mark("The account {number} {name} is closed."),
        mark("Nothing can be posted to a closed account."),
        mark("Choose another account, or open this one again in the chart of accounts."),
    ),
    "accounting.account-without-number": Parts(
        mark("Enter an account number."),
        mark("Accounts are listed and reported by their number."),
    ),
    "accounting.account-number-taken": Parts(
        mark("The number {number} belongs to the account {name}."),
        mark("Each account needs a number of its own."),
        mark("Enter another number."),
    ),
    "accounting.account-without-name": Parts(
        mark("Enter a name for the account."),
        mark("Reports show the account by its name."),
    ),
}
