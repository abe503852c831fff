"""The accounts a sale is posted to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.accounting.chart import Account, AccountUse
from app.domain.shared.ids import AccountId
from app.domain.shared.refusals import Refusal

_USES = (
    AccountUse.RECEIVABLES,
    AccountUse.SALES,
    AccountUse.OUTPUT_VAT,
    AccountUse.UNDUE_VAT,
    AccountUse.ADVANCES,
)


class AccountMissing(Refusal):
    """The chart has no open account for that use, or none for that VAT code."""

    code = "accounting.account-missing"


@dataclass(frozen=True, slots=True)
class SalesAccounts:
    """Receivables, and by VAT code the account of the sales and of the VAT on them.

    The VAT code "" names the account for every code that has none of its own; ``currency`` is
    that of the books, into which an invoice of another one is converted.
    """

    receivables: AccountId
    sales: Mapping[str, AccountId]
    output_vat: Mapping[str, AccountId]
    advances: AccountId | None = None
    currency: str = ""

    def as_advances(self) -> SalesAccounts:
        """Return the same with the account of what is paid before delivery in the place of sales.

        Raises AccountMissing.
        """
        if self.advances is None:
            raise AccountMissing(use=AccountUse.ADVANCES.value, vat="")
        return replace(self, sales={"": self.advances})

    def as_waiting(self, undue: AccountId) -> SalesAccounts:
        """Return the same with the account on which VAT waits until it is paid."""
        return replace(self, output_vat={"": undue})

    def sales_of(self, vat: str) -> AccountId:
        """Return the sales account of a VAT code; raises AccountMissing."""
        return _found(self.sales, AccountUse.SALES, vat)

    def output_vat_of(self, vat: str) -> AccountId:
        """Return the account of the VAT on sales of a code; raises AccountMissing."""
        return _found(self.output_vat, AccountUse.OUTPUT_VAT, vat)


def sales_accounts(
    chart: Iterable[Account], due_on_payment: frozenset[str] = frozenset()
) -> SalesAccounts:
    """Return where the chart wants sales; raises AccountMissing without receivables.

    The tax of codes that are due on payment waits on an account of its own until then.
    """
    open_accounts = sorted(
        (account for account in chart if account.use and not account.is_closed),
        key=lambda account: account.number,
        reverse=True,
    )
    by_use = {
        use: {account.vat: account.id for account in open_accounts if account.use is use}
        for use in _USES
    }
    undue = by_use[AccountUse.UNDUE_VAT]
    waiting = {vat: _found(undue, AccountUse.UNDUE_VAT, vat) for vat in due_on_payment if undue}
    receivables = by_use[AccountUse.RECEIVABLES]
    return SalesAccounts(
        receivables=_found(receivables, AccountUse.RECEIVABLES, ""),
        sales=by_use[AccountUse.SALES],
        output_vat={**by_use[AccountUse.OUTPUT_VAT], **waiting},
        advances=by_use[AccountUse.ADVANCES].get(""),
    )


def _found(accounts: Mapping[str, AccountId], use: AccountUse, vat: str) -> AccountId:
    found = accounts.get(vat, accounts.get(""))
    if found is None:
        raise AccountMissing(use=use.value, vat=vat)
    return found
