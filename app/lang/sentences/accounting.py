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
    "accounting.account-posted": Parts(
        mark("The account {number} {name} has postings, so it cannot be removed."),
        mark("What was posted stays in the books."),
        mark("Close the account: then nothing more can be posted to it."),
    ),
    "accounting.account-needed": Parts(
        mark("The account {number} cannot be removed: the office posts {use} to it."),
        mark("An invoice must be posted when it is issued, and that account is needed for it."),
    ),
    "accounting.already-reversed": Parts(
        mark("The entry {number} is reversed already, by {reversal}."),
        mark("An entry and its reversal are together nothing; a second one would count twice."),
    ),
    "accounting.not-reversible:voucher": Parts(
        mark("The entry {number} was made by its voucher."),
        mark("The books and the voucher must agree, so such an entry is not reversed by hand."),
        mark("Correct the voucher: an invoice by a credit note."),
    ),
    "accounting.not-reversible:reversal": Parts(
        mark("The entry {number} is itself a reversal."),
        "",
        mark("Post the original again as a copy."),
    ),
    "accounting.not-reversible": Parts(mark("The entry {number} cannot be reversed.")),
    "accounting.kind-fixed": Parts(
        mark("The account {number} has postings, so its kind is settled."),
        mark("Reports of the past would change with it."),
        mark("Add another account of the other kind."),
    ),
    "accounting.vat-unknown": Parts(
        mark("The VAT code {vat} does not exist in this country."),
        "",
        mark("Choose a VAT code from the list."),
    ),
    "accounting.report-elsewhere": Parts(
        mark("That report line is not for this kind of account."),
        mark(
            "Assets, liabilities and equity stand in the balance sheet, income and expenses in"
            " the income statement."
        ),
        mark("Choose another line."),
    ),
    "accounting.entry-without-day": Parts(
        mark("Enter the day of the entry."),
        mark("It decides into which month and year the entry goes."),
    ),
    "accounting.day-unreadable": Parts(
        mark("“{day}” is no day."),
        "",
        mark("Write a day, such as 31.12. or t for today."),
    ),
    "accounting.entry-day-closed": Parts(
        mark("{day} is in no open fiscal year."),
        mark("Nothing can be posted to a year that is closed or not yet opened."),
        mark("Choose a day in an open fiscal year."),
    ),
    "accounting.entry-without-text": Parts(
        mark("Say what the entry is for."),
        mark("Whoever reads the journal later sees this text only."),
    ),
    "accounting.entry-of-one-line": Parts(
        mark("An entry needs two lines at least: one in debit, one in credit."),
    ),
    "accounting.entry-differs": Parts(
        mark("Debit and credit differ by {amount}."),
        mark("An entry is posted only when both sides are equal."),
        mark("Correct an amount, or add the line that is missing."),
    ),
    "accounting.line-without-account": Parts(
        mark("Choose an account: by its number or its name."),
    ),
    "accounting.line-account-closed": Parts(
        mark("The account {number} is closed."),
        "",
        mark("Choose another account."),
    ),
    "accounting.line-without-amount": Parts(mark("Enter an amount, in debit or in credit.")),
    "accounting.line-on-both-sides": Parts(
        mark("A line stands in debit or in credit, not in both."),
        "",
        mark("Use two lines."),
    ),
    "accounting.line-negative": Parts(
        mark("An amount is not negative here."),
        "",
        mark("Put it on the other side."),
    ),
    "accounting.line-too-fine": Parts(
        mark("{currency} has not that many decimals."),
        mark("The books hold whole cents."),
    ),
    "accounting.line-too-large": Parts(mark("That amount is too large for the books.")),
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
