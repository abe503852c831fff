"""The books: chart of accounts, journal, trial balance, VAT codes and rates, side by side."""

from __future__ import annotations

from functools import partial

from app.domain.admin.pack import CountryPack
from app.lang.texts import mark
from app.services import admin
from app.ui.accounting.accounts import AccountsPage
from app.ui.accounting.journal import JournalPage
from app.ui.accounting.rates import RatesPage
from app.ui.accounting.trial import TrialPage
from app.ui.accounting.vat import VatPage
from app.ui.kit.sections import Section, Sections
from app.ui.kit.shell import Shell


class AccountingTab(Sections):
    """The ways into the books; every one leads to accounts, entries and vouchers."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            (
                Section("accounts", mark("Accounts"), partial(AccountsPage, shell)),
                Section("journal", mark("Journal"), partial(JournalPage, shell)),
                Section("trial", mark("Trial balance"), partial(TrialPage, shell)),
                Section("vat", mark("VAT codes"), partial(VatPage, shell)),
                Section("rates", mark("Exchange rates"), partial(RatesPage, shell)),
            )
        )
        shell.book.offer(
            self,
            {
                "books.accounts": partial(self.show_section, "accounts"),
                "books.journal": partial(self.show_section, "journal"),
                "books.trial": partial(self.show_section, "trial"),
                "books.vat": partial(self.show_section, "vat"),
                "books.rates": partial(self.show_section, "rates"),
                "books.tax-codes": partial(shell.open, "tax-codes"),
                "books.sales-tax": partial(shell.open, "sales-tax"),
                "books.certificates": partial(shell.open, "certificates"),
                "books.tax-list": partial(shell.open, "tax-list"),
                "books.contractors": partial(shell.open, "contractors"),
                "books.nec-list": partial(shell.open, "nec-list"),
            },
        )
        self._book = shell.book
        shell.client.ask(self._allow, admin.pack)

    def _allow(self, pack: CountryPack) -> None:
        """Offer what the law of the country knows, and nothing that it does not."""
        for name in ("books.certificates", "books.tax-list"):
            self._book.allow(self, name, allowed=pack.withholds)
        for name in ("books.contractors", "books.nec-list"):
            self._book.allow(self, name, allowed=bool(pack.contractors))
