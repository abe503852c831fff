"""Modules: the tabs of the window, in their order; a tab is here only when it works.

Each ``open`` imports its tab inside the function, so that nothing heavy is loaded before the first
paint; ``load`` imports the same in a lane before, so that the window does not stand still for it.
A module says which kinds of record it opens:

    def _contacts(shell: Shell) -> QWidget:
        from app.ui.contacts.tab import ContactsTab

        return ContactsTab(shell)

    Module("contacts", mark("Contacts"), "users", "Ctrl+1", Permission.CONTACTS_READ, _contacts,
           group=mark("People and goods"), records={"contact": _contact})
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.services.permissions import Permission
from app.ui.employee_module import EMPLOYEES
from app.ui.invoice_module import INVOICES
from app.ui.kit.module import Module
from app.ui.kit.shell import RecordPage, Shell
from app.ui.letter_module import LETTERS
from app.ui.order_module import ORDERS
from app.ui.stock_module import STOCK


def _contacts(shell: Shell) -> QWidget:
    from app.ui.contacts.tab import ContactsTab  # noqa: PLC0415  built when it is shown first

    return ContactsTab(shell)


def _contact(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.contacts.editor import ContactEditor  # noqa: PLC0415  built when it is shown first

    return ContactEditor(shell, record)


def _contact_import(shell: Shell, _record: int | None) -> RecordPage:
    from app.domain.shared.imports import ImportKind  # noqa: PLC0415  as below
    from app.ui.imports.page import ImportPage  # noqa: PLC0415  built when it is shown first

    return ImportPage(shell, ImportKind.CONTACTS)


def _products(shell: Shell) -> QWidget:
    from app.ui.products.tab import ProductsTab  # noqa: PLC0415  built when it is shown first

    return ProductsTab(shell)


def _product(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.products.editor import ProductEditor  # noqa: PLC0415  built when it is shown first

    return ProductEditor(shell, record)


def _product_import(shell: Shell, _record: int | None) -> RecordPage:
    from app.domain.shared.imports import ImportKind  # noqa: PLC0415  as below
    from app.ui.imports.page import ImportPage  # noqa: PLC0415  built when it is shown first

    return ImportPage(shell, ImportKind.PRODUCTS)


def _company(shell: Shell) -> QWidget:
    from app.ui.admin.places import AdminPlaces  # noqa: PLC0415  built when it is shown first

    return AdminPlaces(shell)


def _accounting(shell: Shell) -> QWidget:
    from app.ui.accounting.tab import AccountingTab  # noqa: PLC0415  built when it is shown first

    return AccountingTab(shell)


def _account(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.ledger import LedgerPage  # noqa: PLC0415  built when it is shown first

    return LedgerPage(shell, record)


def _entry(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.entry import EntryPage  # noqa: PLC0415  built when it is shown first

    return EntryPage(shell, record)


def _account_form(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.account_editor import AccountEditor  # noqa: PLC0415  as above

    return AccountEditor(shell, record)


def _entry_form(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.entry_editor import EntryEditor  # noqa: PLC0415  as above

    return EntryEditor(shell, record)


def _entry_copy(shell: Shell, record: int | None) -> RecordPage:
    from app.domain.shared.ids import EntryId  # noqa: PLC0415  as above
    from app.ui.accounting.entry_editor import EntryEditor  # noqa: PLC0415  as above

    return EntryEditor(shell, None, EntryId(record or 0))


def _tax_codes(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.tax_codes_page import TaxCodesPage  # noqa: PLC0415  as above

    return TaxCodesPage(shell, record)


def _tax_report(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.tax_report import TaxReportPage  # noqa: PLC0415  as above

    return TaxReportPage(shell, record)


def _certificates(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.certificates import CertificatesPage  # noqa: PLC0415  as above

    return CertificatesPage(shell, record)


def _certificate(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.tax_paper import CertificatePaper  # noqa: PLC0415  as above

    return CertificatePaper(shell, record)


def _certificate_form(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.certificate_editor import CertificateEditor  # noqa: PLC0415  as above

    return CertificateEditor(shell, record)


def _contractors(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.contractors_page import ContractorsPage  # noqa: PLC0415  as above

    return ContractorsPage(shell, record)


def _nec_list(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.tax_paper import NecPaper  # noqa: PLC0415  as above

    return NecPaper(shell, record)


def _tax_list(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.accounting.tax_paper import TaxListPaper  # noqa: PLC0415  as above

    return TaxListPaper(shell, record)


def _archive(shell: Shell) -> QWidget:
    from app.ui.archive.tab import ArchiveTab  # noqa: PLC0415  built when it is shown first

    return ArchiveTab(shell)


def _document(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.page import DocumentPage  # noqa: PLC0415  built when it is shown first

    return DocumentPage(shell, record)


def _draft_bill(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.bill_page import BillPage  # noqa: PLC0415  built when it is shown first

    return BillPage(shell, record)


def _intake_folders(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.folders_page import FoldersPage  # noqa: PLC0415  built when it is shown

    return FoldersPage(shell, record)


def _load_contacts() -> None:
    from app.ui.contacts import tab  # noqa: F401, PLC0415  loaded beside the window


def _load_contact() -> None:
    from app.ui.contacts import editor  # noqa: F401, PLC0415  loaded beside the window
    from app.ui.imports import page  # noqa: F401, PLC0415  loaded beside the window


def _load_products() -> None:
    from app.ui.products import tab  # noqa: F401, PLC0415  loaded beside the window


def _load_product() -> None:
    from app.ui.products import editor  # noqa: F401, PLC0415  loaded beside the window


def _load_accounting() -> None:
    from app.ui.accounting import tab  # noqa: F401, PLC0415  loaded beside the window


def _load_entry() -> None:
    from app.ui.accounting import (  # noqa: PLC0415  loaded beside the window
        account_editor,  # noqa: F401  loading it is its use
        certificate_editor,  # noqa: F401  loading it is its use
        certificates,  # noqa: F401  loading it is its use
        contractors_page,  # noqa: F401  loading it is its use
        entry,  # noqa: F401  loading it is its use
        entry_editor,  # noqa: F401  loading it is its use
        ledger,  # noqa: F401  loading it is its use
        tax_codes_page,  # noqa: F401  loading it is its use
        tax_paper,  # noqa: F401  loading it is its use
        tax_report,  # noqa: F401  loading it is its use
    )


def _load_archive() -> None:
    from app.ui.archive import tab  # noqa: F401, PLC0415  loaded beside the window


def _load_document() -> None:
    from app.ui.archive import (  # noqa: PLC0415  loaded beside the window
        arrange,  # noqa: F401  loading it is its use
        bill_page,  # noqa: F401  loading it is its use
        binders_page,  # noqa: F401  loading it is its use
        disposal_page,  # noqa: F401  loading it is its use
        folders_page,  # noqa: F401  loading it is its use
        holds_page,  # noqa: F401  loading it is its use
        labels_page,  # noqa: F401  loading it is its use
        missing_page,  # noqa: F401  loading it is its use
        page,  # noqa: F401  loading it is its use
        pages_page,  # noqa: F401  loading it is its use
        proof_page,  # noqa: F401  loading it is its use
        rules_page,  # noqa: F401  loading it is its use
        todo_page,  # noqa: F401  loading it is its use
    )


def _load_company() -> None:
    from app.ui.admin import (  # noqa: PLC0415  loaded beside the window
        backups_page,  # noqa: F401  loading it is its use
        places,  # noqa: F401  loading it is its use
        tab,  # noqa: F401  loading it is its use
    )


def _pages(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.pages_page import PagesPage  # noqa: PLC0415  as above

    return PagesPage(shell, record)


def _holds(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.holds_page import HoldsPage  # noqa: PLC0415  as above

    return HoldsPage(shell, record)


def _disposal(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.disposal_page import DisposalPage  # noqa: PLC0415  as above

    return DisposalPage(shell, record)


def _rules(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.rules_page import RulesPage  # noqa: PLC0415  as above

    return RulesPage(shell, record)


def _proof(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.proof_page import ProofPage  # noqa: PLC0415  as above

    return ProofPage(shell, record)


def _kinds(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.arrange import ArrangePage  # noqa: PLC0415  as above

    return ArrangePage(shell, record)


def _to_do(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.todo_page import ToDoPage  # noqa: PLC0415  as above

    return ToDoPage(shell, record)


def _binders(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.binders_page import BindersPage  # noqa: PLC0415  as above

    return BindersPage(shell, record)


def _labels(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.labels_page import LabelsPage  # noqa: PLC0415  as above

    return LabelsPage(shell, record)


def _missing(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.archive.missing_page import MissingPage  # noqa: PLC0415  as above

    return MissingPage(shell, record)


MODULES: tuple[Module, ...] = (
    INVOICES,
    ORDERS,
    STOCK,
    Module(
        "contacts",
        mark("Contacts"),
        "users",
        "Ctrl+2",
        Permission.CONTACTS_READ,
        _contacts,
        group=mark("People and goods"),
        records={"contact": _contact, "contact-import": _contact_import},
        load=_load_contacts,
        load_records=_load_contact,
    ),
    Module(
        "products",
        mark("Products"),
        "package",
        "Ctrl+3",
        Permission.PRODUCTS_READ,
        _products,
        records={"product": _product, "product-import": _product_import},
        load=_load_products,
        load_records=_load_product,
    ),
    EMPLOYEES,
    Module(
        "accounting",
        mark("Accounting"),
        "book-2",
        "Ctrl+4",
        Permission.ACCOUNTING_READ,
        _accounting,
        group=mark("Books"),
        records={
            "account": _account,
            "account-form": _account_form,
            "entry": _entry,
            "entry-form": _entry_form,
            "entry-copy": _entry_copy,
            "tax-codes": _tax_codes,
            "sales-tax": _tax_report,
            "certificates": _certificates,
            "certificate": _certificate,
            "certificate-form": _certificate_form,
            "tax-list": _tax_list,
            "contractors": _contractors,
            "nec-list": _nec_list,
        },
        load=_load_accounting,
        load_records=_load_entry,
    ),
    Module(
        "archive",
        mark("Archive"),
        "archive",
        "Ctrl+5",
        Permission.ARCHIVE_READ,
        _archive,
        records={
            "document": _document,
            "draft-bill": _draft_bill,
            "pages": _pages,
            "holds": _holds,
            "disposal": _disposal,
            "proof": _proof,
            "rules": _rules,
            "missing": _missing,
            "binders": _binders,
            "to-do": _to_do,
            "labels": _labels,
            "intake-folders": _intake_folders,
            "archive-kinds": _kinds,
        },
        load=_load_archive,
        load_records=_load_document,
    ),
    LETTERS,
    Module(
        "company",
        mark("Company"),
        "building",
        "Ctrl+9",
        Permission.COMPANY_READ,
        _company,
        group=mark("Office"),
        load=_load_company,
    ),
)
