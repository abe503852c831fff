"""What an editor of a sale makes: its fields, what it begins with, and what the office does.

An invoice, a quote and the content of a recurring plan are written in the same editor; each says
here which fields its paper has, who reviews and prints it, and how it is kept and finished.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.domain.contacts.row import ContactRow
from app.domain.invoices.draft import Draft, content_of
from app.domain.products.row import ProductRow
from app.domain.quotes.quote import Position
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import LayoutId
from app.lang.texts import mark
from app.services import invoice_forms, invoices
from app.services.invoice_forms import Desktop
from app.services.issuing import FORM
from app.ui.invoices.rows import Field


@dataclass(frozen=True, slots=True)
class Making:
    """What is written: the fields of its paper from top to bottom, and who answers about it.

    ``head`` stands above the lines, ``details`` of it are folded away, ``tail`` stands below.
    ``hidden`` are the columns of the lines that are not shown at first.
    ``review``, ``preview`` and ``explanation`` are queries over what the editor writes.
    """

    head: tuple[str, ...]
    details: tuple[str, ...]
    tail: tuple[str, ...]
    review: Callable[..., Any]
    preview: Callable[..., Any]
    explanation: Callable[..., Any]
    note: str
    lines: str
    hidden: frozenset[Field] = frozenset({Field.DELIVERED, Field.CHOICE})


@dataclass(frozen=True, slots=True)
class Deeds:
    """How what is written is opened, kept and finished; ``form`` names texts not yet saved.

    ``add`` takes what is written and its new id, ``revise`` id, version and what is written,
    ``finish`` the id, and is None where what is saved is finished.
    """

    form: str
    opened: Callable[..., Any]
    get: Callable[..., Any]
    add: Callable[..., Any]
    revise: Callable[..., Any]
    finish: Callable[..., Any] | None


@dataclass(frozen=True, slots=True)
class Opened:
    """What an editor begins with: a content of some version, or none yet, and what it names.

    ``positions`` and ``valid_until`` are those of a quote; ``layouts`` are offered for an invoice.
    """

    company: Company
    pack: CountryPack
    content: Draft
    version: int = 0
    kept: FormDraft | None = None
    customers: tuple[ContactRow, ...] = ()
    products: tuple[ProductRow, ...] = ()
    positions: tuple[Position, ...] = ()
    valid_until: date | None = None
    layouts: Mapping[LayoutId, str] = field(default_factory=dict)


_HEAD = ("customer_id", "issued_on", "due_on")
_DETAILS = (
    "delivered_on",
    "terms_days",
    "early",
    "our_reference",
    "language",
    "is_gross",
    "currency",
    "exchange",
    "order_reference",
    "contract_reference",
    "period_from",
    "period_to",
    "eformat",
    "layout_id",
)

INVOICE = Making(
    head=(*_HEAD, *_DETAILS),
    details=_DETAILS,
    tail=("discount", "your_reference", "reason", "note"),
    review=invoices.review,
    preview=invoices.preview,
    explanation=invoices.explanation,
    note=mark("Note on the invoice"),
    lines=mark("Lines of the invoice"),
)

_OF_CLAIMS = {"due_on", "terms_days", "early"}
CREDIT_NOTE = replace(
    INVOICE,
    head=tuple(path for path in INVOICE.head if path not in _OF_CLAIMS),
    details=tuple(path for path in INVOICE.details if path not in _OF_CLAIMS),
)
"""A credit note: nothing is due by it."""

INVOICE_DEEDS = Deeds(
    form=FORM,
    opened=invoice_forms.opened,
    get=invoices.get,
    add=invoices.draft,
    revise=invoices.revise,
    finish=invoices.issue,
)


def opened_from(desktop: Desktop) -> Opened:
    """Return the desktop of an invoice as an editor begins with it."""
    invoice = desktop.invoice
    return Opened(
        company=desktop.company,
        pack=desktop.pack,
        content=content_of(invoice) if invoice else Draft(),
        version=invoice.version if invoice else 0,
        kept=desktop.kept,
        customers=desktop.customers,
        products=desktop.products,
        layouts=desktop.layouts,
    )
