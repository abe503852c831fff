"""The stores of taxes and exchange rates, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.domain.accounting.tax_codes import TaxCode
from app.domain.invoices.exemptions import Exemption
from app.domain.payments.contractors import ContractorPayment
from app.domain.payments.withholding import Certificate
from app.storage.catalogues import Catalogue
from app.storage.contractor_tables import CONTRACTOR_PAYMENTS
from app.storage.deeds import Changes
from app.storage.exchange_rates import ExchangeRateStore
from app.storage.tax_shares import TaxShareStore
from app.storage.tax_tables import CERTIFICATES, EXEMPTIONS, TAX_CODES


class TaxStores:
    """What reads and writes taxes and rates over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def tax_codes(self) -> Catalogue[TaxCode]:
        return Catalogue(self.connection, self.changes, TAX_CODES)

    @cached_property
    def exemptions(self) -> Catalogue[Exemption]:
        return Catalogue(self.connection, self.changes, EXEMPTIONS)

    @cached_property
    def tax_shares(self) -> TaxShareStore:
        return TaxShareStore(self.connection)

    @cached_property
    def exchange_rates(self) -> ExchangeRateStore:
        return ExchangeRateStore(self.connection, self.changes)

    @cached_property
    def contractor_payments(self) -> Catalogue[ContractorPayment]:
        return Catalogue(self.connection, self.changes, CONTRACTOR_PAYMENTS)

    @cached_property
    def certificates(self) -> Catalogue[Certificate]:
        return Catalogue(self.connection, self.changes, CERTIFICATES)
