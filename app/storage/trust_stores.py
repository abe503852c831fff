"""The stores of users, second looks and closed days, as every open transaction has them."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cached_property

from app.domain.admin.users import OwnRole
from app.storage import trust_tables, user_tables
from app.storage.approvals import ApprovalStore, SecondPairStore
from app.storage.blanking import Blanking
from app.storage.catalogues import Catalogue
from app.storage.closings import ClosingStore
from app.storage.contact_seals import ContactSeals
from app.storage.employee_stores import EmployeeStores
from app.storage.erased import ErasedStore
from app.storage.erasures import ErasureStore
from app.storage.health_checks import HealthCheckStore
from app.storage.identifier_checks import IdentifierChecks
from app.storage.kept_files import KeptFiles
from app.storage.log_lists import LogLists
from app.storage.log_seals import LogSeals
from app.storage.mentions import Mentions
from app.storage.own_keys import OwnKeys
from app.storage.people_erasures import PeopleErasures
from app.storage.person_rows import PersonRows
from app.storage.sealing import Sealer
from app.storage.server_rows import housework
from app.storage.users import ROLES, UserStore
from app.storage.versions import Versions

TABLES = (
    user_tables.second_pair,
    user_tables.approval,
    trust_tables.office_keys,
    trust_tables.contact_seal,
    trust_tables.health_check,
    trust_tables.erasure,
)
"""The tables that an office has for its users."""


class TrustStores(EmployeeStores):
    """What reads and writes users, second looks and closed days over one open transaction."""

    def housework(self) -> AbstractContextManager[None]:
        """Let what follows see rows behind walls too: work of the house, told to nobody who asks.

        On a server; in a folder the rules of the stores alone keep rows.
        """
        return housework(self.connection)

    @cached_property
    def own_keys(self) -> OwnKeys:
        return OwnKeys(self.connection, self._keys)

    @cached_property
    def contact_seals(self) -> ContactSeals:
        return ContactSeals(self.connection)

    @cached_property
    def erasures(self) -> ErasureStore:
        return ErasureStore(self.connection)

    @cached_property
    def erased(self) -> ErasedStore:
        return ErasedStore(self.connection, self.changes)

    @cached_property
    def mentions(self) -> Mentions:
        return Mentions(self.connection)

    @cached_property
    def blanking(self) -> Blanking:
        return Blanking(self.connection)

    @cached_property
    def people_erasures(self) -> PeopleErasures:
        return PeopleErasures(self.connection, self.wall)

    @cached_property
    def person_rows(self) -> PersonRows:
        return PersonRows(self.connection)

    @cached_property
    def sealer(self) -> Sealer:
        """What seals and opens the rows of the audit."""
        return Sealer(self.contact_seals, self.wall)

    @cached_property
    def closings(self) -> ClosingStore:
        return ClosingStore(self.connection)

    @cached_property
    def versions(self) -> Versions:
        return Versions(self.connection)

    @cached_property
    def log_lists(self) -> LogLists:
        return LogLists(self.connection)

    @cached_property
    def log_seals(self) -> LogSeals:
        return LogSeals(self.connection, self.wall, self.contact_seals)

    @cached_property
    def health_checks(self) -> HealthCheckStore:
        return HealthCheckStore(self.connection)

    @cached_property
    def identifier_checks(self) -> IdentifierChecks:
        return IdentifierChecks(self.connection)

    @cached_property
    def users(self) -> UserStore:
        return UserStore(self.connection, self.changes)

    @cached_property
    def roles(self) -> Catalogue[OwnRole]:
        return Catalogue(self.connection, self.changes, ROLES)

    @cached_property
    def second_pairs(self) -> SecondPairStore:
        return SecondPairStore(self.connection, self.changes)

    @cached_property
    def approvals(self) -> ApprovalStore:
        return ApprovalStore(self.connection, self.changes)

    @cached_property
    def kept_files(self) -> KeptFiles:
        """What seals and opens the bytes that wait with a request."""
        return KeptFiles(self._keys, self.wall)

    @property
    def is_attempting(self) -> bool:
        """Say whether this is one of many, which may be refused alone."""
        return self.connection.in_nested_transaction()
