"""Reports to test with: the books of a small company, of any length."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from app.documents.accounting import (
    Imprint,
    describe_journal,
    describe_ledger,
    describe_trial_balance,
)
from app.documents.model import Document
from app.documents.person_copies import Deed as Told
from app.documents.person_copies import Line, PersonPaper, Section
from app.documents.person_copies import describe as describe_person
from app.documents.stock_lists import Books, Lying
from app.documents.stock_lists import describe as describe_stock
from app.domain.accounting.chart import Account, AccountKind
from app.domain.accounting.journal import (
    BalanceRow,
    Entry,
    Journal,
    Ledger,
    LedgerRow,
    Posting,
    TrialBalance,
)
from app.domain.admin.company import Company
from app.domain.admin.erasure_plan import Staying
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.money import Money
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import FINNISH, THAI
from tests.documents.test_audit_log import a_log
from tests.stocking import cost, qty

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
CHART = (
    ("1700", "Myyntisaamiset", "ลูกหนี้การค้า", AccountKind.ASSET),
    ("1910", "Pankkitili", "เงินฝากธนาคาร", AccountKind.ASSET),
    ("2939", "Arvonlisäverovelka", "ภาษีขาย", AccountKind.LIABILITY),
    ("3000", "Myynti 25,5 %", "รายได้จากการขาย", AccountKind.INCOME),
)
RECEIVABLES, BANK, TAX, SALES = (AccountId(at) for at in range(1, 5))
ACCOUNTS = {
    AccountId(at): Account(AccountId(at), number, {"fi": finnish, "th": thai}, kind)
    for at, (number, finnish, thai, kind) in enumerate(CHART, 1)
}


def an_imprint(company: Company = FINNISH) -> Imprint:
    """Return the imprint of a company in its own language."""
    formats = formats_in(company.language, company.country)
    return Imprint(company, say_in(company.language), formats, date(2026, 4, 1))


def entries(count: int, currency: str = "EUR") -> tuple[Entry, ...]:
    """Return sales, and after every third its payment."""
    made = []
    for at in range(count):
        is_paid = at % 4 == 3
        net, tax = 10_000 + 1_111 * at, 2_550 + 283 * at
        sides = (
            ((BANK, 12_550, ""), (RECEIVABLES, -12_550, "Viite 2026 00017"))
            if is_paid
            else ((RECEIVABLES, net + tax, ""), (SALES, -net, ""), (TAX, -tax, "25,5 %"))
        )
        postings = tuple(Posting(on, Money(minor, currency), text) for on, minor, text in sides)
        text = "Suoritus: Kahvila Käki Oy" if is_paid else f"Lasku 2026{at:04}: Kahvila Käki Oy"
        day = FIRST + timedelta(days=at % 90)
        made.append(Entry(EntryId(at), f"2026-{at:04}", Journal.SALES, day, text, postings))
    return tuple(made)


def journal(count: int = 6, company: Company = FINNISH) -> Document:
    """Return the journal of so many entries."""
    made = entries(count, company.currency)
    return describe_journal(made, ACCOUNTS, FIRST, LAST, an_imprint(company))


def a_ledger(count: int, opening: int = 125_000) -> Ledger:
    """Return the ledger of the receivables."""
    rows: list[LedgerRow] = []
    balance = opening
    for entry in entries(count):
        amount = sum(x.amount.minor for x in entry.postings if x.account_id == RECEIVABLES)
        balance += amount
        rows.append(
            LedgerRow(
                len(rows),
                entry.id,
                entry.number,
                entry.booked_on,
                entry.text,
                amount,
                balance,
                "EUR",
                "",
            )
        )
    return Ledger(RECEIVABLES, "EUR", opening, tuple(rows))


def ledger(count: int = 8) -> Document:
    """Return the ledger of the receivables with so many postings."""
    account = ACCOUNTS[RECEIVABLES]
    return describe_ledger(a_ledger(count), account, FIRST, LAST, an_imprint())


def trial_balance(count: int = 4, company: Company = FINNISH) -> Document:
    """Return a trial balance of so many accounts; the last one makes it even."""
    language = company.language
    rows = []
    for at in range(count):
        account = ACCOUNTS[AccountId(at % 4 + 1)]
        debit, credit = (123_456 + at, 0) if at % 2 else (0, 98_700 + at)
        number = f"{int(account.number) + at // 4}"
        rows.append(BalanceRow(account.id, number, account.name_in(language), debit, credit))
    difference = sum(row.balance_minor for row in rows)
    name = {"fi": "Edellisten tilikausien voitto", "th": "กำไรสะสม"}[language]
    rows.append(BalanceRow(AccountId(9), "9999", name, max(-difference, 0), max(difference, 0)))
    balance = TrialBalance(LAST, company.currency, tuple(rows))
    return describe_trial_balance(balance, an_imprint(company))


def stock_list(company: Company = FINNISH, booked: int = 91_000) -> Document:
    """Return a list of two products and of one of which only a cent is left in the books."""
    lines = (
        Lying("L-9", "Lamp", "pcs", qty("120"), cost("7.5"), 90_000),
        Lying("S-44", "Screw, 4 × 40 mm, zinc-plated", "box", qty("3.5"), cost("2.8543"), 999),
        Lying("S-45", "Screw", "box", qty("0"), None, 1),
    )
    return describe_stock(lines, LAST, Books("1500", booked), an_imprint(company))


def person_copy(company: Company = FINNISH) -> Document:
    """Return the copy of a customer's data."""
    lines = (Line(FIRST, "20260001", "Puu ja Penkki"), Line(None, "", "Soitti"))
    paper = PersonPaper(
        "Aino Kanerva",
        "1002",
        (("Osoite", "Hämeenkatu 1\n33100 Tampere"), ("Puhelin", "+358 40 123 4567"), ("Tyhjä", "")),
        (Section("invoice", lines[:1]), Section("notes", lines[1:])),
        (Staying("invoice", 1, LAST, "Kirjanpitolaki 2:10"), Staying("mail", 2, None, "")),
        (Told(FIRST, "Anna", "contacts.add"),),
    )
    return describe_person(paper, an_imprint(company))


GOLDEN_REPORTS: dict[str, Callable[[], Document]] = {
    "audit-log": a_log,
    "audit-log-thai": lambda: a_log(THAI),
    "trial-balance": trial_balance,
    "trial-balance-thai": lambda: trial_balance(4, THAI),
    "ledger": ledger,
    "ledger-of-two-pages": lambda: ledger(60),
    "journal": journal,
    "journal-empty": lambda: journal(0),
    "person-copy": person_copy,
    "person-copy-thai": lambda: person_copy(THAI),
    "stock-list": lambda: stock_list(FINNISH),
    "stock-list-thai": lambda: stock_list(THAI, booked=92_000),
}
