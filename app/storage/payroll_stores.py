"""The stores of payroll, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from app.domain.payroll.component import PayComponent, PayItem
from app.domain.payroll.payroll import TaxCard
from app.storage.catalogues import Catalogue
from app.storage.employee_stores import EmployeeStores
from app.storage.payrolls import COMPONENTS, ITEMS, TAX_CARDS, PayRateStore, PayrollRuns
from app.storage.payslips import PayslipStore
from app.storage.sealed import SealedRecords


class PayrollStores(EmployeeStores):
    """What reads and writes components, rates, items, runs and payslips over one transaction."""

    @cached_property
    def pay_components(self) -> Catalogue[PayComponent]:
        return Catalogue(self.connection, self.changes, COMPONENTS)

    @cached_property
    def pay_rates(self) -> PayRateStore:
        return PayRateStore(self.connection, self.changes)

    @cached_property
    def pay_items(self) -> SealedRecords[PayItem]:
        return SealedRecords(self.connection, self.changes, self.wall, ITEMS)

    @cached_property
    def tax_cards(self) -> SealedRecords[TaxCard]:
        return SealedRecords(self.connection, self.changes, self.wall, TAX_CARDS)

    @cached_property
    def payroll_runs(self) -> PayrollRuns:
        return PayrollRuns(self.connection, self.changes)

    @cached_property
    def payslips(self) -> PayslipStore:
        return PayslipStore(self.connection, self.changes, self.wall)
