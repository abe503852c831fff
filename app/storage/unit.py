"""One transaction: every store over one connection, and what was changed through them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from sqlalchemy import Connection, Executable, Table, UpdateBase

from app.domain.contacts.mailing import MailingList
from app.domain.correspondence.letter import LetterType, Signatory
from app.domain.correspondence.mail import MailAccount
from app.domain.correspondence.template import Snippet, Template
from app.storage.accounting import LedgerStore
from app.storage.admin import CompanyStore
from app.storage.allocations import AllocationStore
from app.storage.archive import ArchiveStore
from app.storage.audit import AuditStore
from app.storage.balances import BalanceStore
from app.storage.billable_stores import BillableStores
from app.storage.catalogues import Catalogue
from app.storage.chains import ChainStore
from app.storage.contact_events import ContactEvents
from app.storage.contact_lists import ContactLists
from app.storage.contacts import ContactStore
from app.storage.contents import Contents
from app.storage.deeds import Changes
from app.storage.dispatches import DispatchStore
from app.storage.disposables import Disposables
from app.storage.disposals import DisposalStore
from app.storage.document_counts import DocumentCounts
from app.storage.document_index import DocumentIndex
from app.storage.document_lists import DocumentLists
from app.storage.documents import DocumentLinks, DocumentStore
from app.storage.drafts import DraftStore
from app.storage.evidence import EvidenceStore
from app.storage.filing_rules import FilingRuleStore
from app.storage.gaps import GapStore
from app.storage.holds import HoldStore
from app.storage.imports import ImportStore
from app.storage.invoices import InvoiceStore
from app.storage.jobs import JobStore
from app.storage.journal import JournalStore
from app.storage.keys import Keys
from app.storage.kinds import KindStore
from app.storage.layouts import LayoutStore
from app.storage.letter_types import LETTER_TYPES, SIGNATORIES
from app.storage.letters_in import LettersInStore
from app.storage.letters_out import LettersOutStore
from app.storage.likeness import LikenessStore
from app.storage.mail_tables import MAIL_ACCOUNTS
from app.storage.mailing_lists import MAILING_LISTS
from app.storage.mails import MailStore
from app.storage.merge_runs import MergeStore
from app.storage.notes import FollowUpStore, NoteStore
from app.storage.numbering import NumberStore
from app.storage.open_item_lists import OpenItemLists
from app.storage.open_items import OpenItemStore
from app.storage.outgoing import Outgoing
from app.storage.passwords import PasswordStore
from app.storage.payment_lists import PaymentLists
from app.storage.payments import PaymentStore
from app.storage.people_stores import PeopleStores
from app.storage.plan_lists import PlanLists
from app.storage.plans import PeriodStore, PlanStore
from app.storage.product_lists import ProductLists
from app.storage.products import ProductStore
from app.storage.quote_lists import QuoteLists
from app.storage.quotes import QuoteStore
from app.storage.receiving import ArrivalStore, FolderStore, TroubleStore
from app.storage.recipients import Recipients
from app.storage.reminder_stores import ReminderStores
from app.storage.saved_queries import SavedQueryStore
from app.storage.search import SearchStore
from app.storage.serials import BinderStore, SerialStore
from app.storage.stationery import StationeryStore
from app.storage.tax_stores import TaxStores
from app.storage.templates import SNIPPETS, TEMPLATES
from app.storage.texts import TextStore
from app.storage.threads import ThreadStore
from app.storage.trade_stores import TradeStores
from app.storage.trust_stores import TrustStores
from app.storage.verifications import VerificationStore

WRITTEN = "backdesk_written"


def note_written(connection: Connection, statement: Executable, *_: object, **__: object) -> None:
    """Note the table of an insert, update or delete; listens to the writer's ``after_execute``."""
    if isinstance(statement, UpdateBase) and isinstance(statement.table, Table):
        connection.get_execution_options().get(WRITTEN, set()).add(statement.table.name)


class Unit(TrustStores, PeopleStores, TradeStores, TaxStores, ReminderStores, BillableStores):
    """Every store over one open transaction; a store is made when it is first asked for.

    ``tables`` are the names of the tables written so far; ``changes`` is what the audit will say.
    """

    def __init__(self, connection: Connection, contents: Contents, keys: Keys) -> None:
        self.connection = connection
        self.contents = contents
        self.changes = Changes()
        self.tables: set[str] = set()
        connection.execution_options(**{WRITTEN: self.tables})
        self._keys = keys

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Do something that may be refused: then nothing of it stays, and the rest goes on."""
        noted, moved = len(self.changes.noted), self.document_counts.mark
        try:
            with self.connection.begin_nested():
                yield
        except BaseException:
            del self.changes.noted[noted:]
            self.document_counts.undo(moved)
            raise

    def settle(self) -> None:
        """Write what is written once, at the end of the transaction."""
        self.document_counts.settle()

    def wrote(self, table: str) -> None:
        """Note a table that was written past SQLAlchemy's statements."""
        self.tables.add(table)

    @cached_property
    def audit(self) -> AuditStore:
        return AuditStore(self.connection, self._keys.audit, self.sealer)

    @cached_property
    def company(self) -> CompanyStore:
        return CompanyStore(self.connection, self.changes)

    @cached_property
    def stationery(self) -> StationeryStore:
        return StationeryStore(self.connection, self.changes)

    @cached_property
    def numbers(self) -> NumberStore:
        return NumberStore(self.connection, self.changes)

    @cached_property
    def search(self) -> SearchStore:
        return SearchStore(self.connection)

    @cached_property
    def drafts(self) -> DraftStore:
        return DraftStore(self.connection)

    @cached_property
    def contacts(self) -> ContactStore:
        return ContactStore(self.connection, self.changes)

    @cached_property
    def contact_lists(self) -> ContactLists:
        return ContactLists(self.connection)

    @cached_property
    def products(self) -> ProductStore:
        return ProductStore(self.connection, self.changes)

    @cached_property
    def product_lists(self) -> ProductLists:
        return ProductLists(self.connection)

    @cached_property
    def ledger(self) -> LedgerStore:
        return LedgerStore(self.connection, self.changes)

    @cached_property
    def journal(self) -> JournalStore:
        return JournalStore(self.connection)

    @cached_property
    def balances(self) -> BalanceStore:
        return BalanceStore(self.connection)

    @cached_property
    def archive(self) -> ArchiveStore:
        return ArchiveStore(self.connection, self.contents, self.changes, self.wall)

    @cached_property
    def documents(self) -> DocumentStore:
        return DocumentStore(self.connection, self.changes, self.document_counts)

    @cached_property
    def document_counts(self) -> DocumentCounts:
        return DocumentCounts(self.connection)

    @cached_property
    def document_links(self) -> DocumentLinks:
        return DocumentLinks(self.connection, self.changes)

    @cached_property
    def document_lists(self) -> DocumentLists:
        return DocumentLists(self.connection)

    @cached_property
    def saved_queries(self) -> SavedQueryStore:
        return SavedQueryStore(self.connection, self.changes)

    @cached_property
    def document_index(self) -> DocumentIndex:
        return DocumentIndex(self.connection)

    @cached_property
    def serials(self) -> SerialStore:
        return SerialStore(self.connection, self.changes)

    @cached_property
    def binders(self) -> BinderStore:
        return BinderStore(self.connection, self.changes)

    @cached_property
    def holds(self) -> HoldStore:
        return HoldStore(self.connection, self.changes)

    @cached_property
    def disposals(self) -> DisposalStore:
        return DisposalStore(self.connection, self.changes)

    @cached_property
    def disposables(self) -> Disposables:
        return Disposables(self.connection)

    @cached_property
    def gaps(self) -> GapStore:
        return GapStore(self.connection)

    @cached_property
    def verifications(self) -> VerificationStore:
        return VerificationStore(self.connection, self.contents)

    @cached_property
    def templates(self) -> Catalogue[Template]:
        return Catalogue(self.connection, self.changes, TEMPLATES)

    @cached_property
    def mailing_lists(self) -> Catalogue[MailingList]:
        return Catalogue(self.connection, self.changes, MAILING_LISTS)

    @cached_property
    def merge_runs(self) -> MergeStore:
        return MergeStore(self.connection, self.changes)

    @cached_property
    def recipients(self) -> Recipients:
        return Recipients(self.connection)

    @cached_property
    def layouts(self) -> LayoutStore:
        return LayoutStore(self.connection, self.changes)

    @cached_property
    def snippets(self) -> Catalogue[Snippet]:
        return Catalogue(self.connection, self.changes, SNIPPETS)

    @cached_property
    def evidence(self) -> EvidenceStore:
        return EvidenceStore(self.connection)

    @cached_property
    def filing_rules(self) -> FilingRuleStore:
        return FilingRuleStore(self.connection, self.changes)

    @cached_property
    def kinds(self) -> KindStore:
        return KindStore(self.connection, self.changes, self.document_counts)

    @cached_property
    def intake_folders(self) -> FolderStore:
        return FolderStore(self.connection, self.changes)

    @cached_property
    def likeness(self) -> LikenessStore:
        return LikenessStore(self.connection)

    @cached_property
    def arrivals(self) -> ArrivalStore:
        return ArrivalStore(self.connection)

    @cached_property
    def troubles(self) -> TroubleStore:
        return TroubleStore(self.connection)

    @cached_property
    def chains(self) -> ChainStore:
        return ChainStore(self.connection)

    @cached_property
    def invoices(self) -> InvoiceStore:
        return InvoiceStore(self.connection, self.changes)

    @cached_property
    def quotes(self) -> QuoteStore:
        return QuoteStore(self.connection, self.changes)

    @cached_property
    def quote_lists(self) -> QuoteLists:
        return QuoteLists(self.connection)

    @cached_property
    def payments(self) -> PaymentStore:
        return PaymentStore(self.connection, self.changes)

    @cached_property
    def allocations(self) -> AllocationStore:
        return AllocationStore(self.connection, self.changes)

    @cached_property
    def payment_lists(self) -> PaymentLists:
        return PaymentLists(self.connection)

    @cached_property
    def plans(self) -> PlanStore:
        return PlanStore(self.connection, self.changes)

    @cached_property
    def plan_periods(self) -> PeriodStore:
        return PeriodStore(self.connection)

    @cached_property
    def plan_lists(self) -> PlanLists:
        return PlanLists(self.connection)

    @cached_property
    def open_item_lists(self) -> OpenItemLists:
        return OpenItemLists(self.connection)

    @cached_property
    def open_items(self) -> OpenItemStore:
        return OpenItemStore(self.connection, self.changes)

    @cached_property
    def letters_in(self) -> LettersInStore:
        return LettersInStore(self.connection, self.changes)

    @cached_property
    def letters_out(self) -> LettersOutStore:
        return LettersOutStore(self.connection, self.changes)

    @cached_property
    def threads(self) -> ThreadStore:
        return ThreadStore(self.connection, self.changes)

    @cached_property
    def dispatches(self) -> DispatchStore:
        return DispatchStore(self.connection, self.changes)

    @cached_property
    def notes(self) -> NoteStore:
        return NoteStore(self.connection, self.changes)

    @cached_property
    def follow_ups(self) -> FollowUpStore:
        return FollowUpStore(self.connection, self.changes)

    @cached_property
    def letter_types(self) -> Catalogue[LetterType]:
        return Catalogue(self.connection, self.changes, LETTER_TYPES)

    @cached_property
    def signatories(self) -> Catalogue[Signatory]:
        return Catalogue(self.connection, self.changes, SIGNATORIES)

    @cached_property
    def mails(self) -> MailStore:
        return MailStore(self.connection, self.changes)

    @cached_property
    def mail_accounts(self) -> Catalogue[MailAccount]:
        return Catalogue(self.connection, self.changes, MAIL_ACCOUNTS)

    @cached_property
    def imports(self) -> ImportStore:
        return ImportStore(self.connection, self.changes)

    @cached_property
    def contact_events(self) -> ContactEvents:
        return ContactEvents(self.connection)

    @cached_property
    def jobs(self) -> JobStore:
        return JobStore(self.connection)

    @cached_property
    def texts(self) -> TextStore:
        return TextStore(self.contents)

    @cached_property
    def outgoing(self) -> Outgoing:
        """What goes out of the archive, for many documents at once."""
        return Outgoing(self.connection, self.contents, self.archive)

    @cached_property
    def passwords(self) -> PasswordStore:
        return PasswordStore(self.connection)
