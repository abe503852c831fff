"""Dress: how a paper of trade is drawn and framed, by the layout that the firm chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.documents.addresses import address_lines
from app.documents.look import Look
from app.documents.model import Document, Layout, Letterhead, Paragraph, Sheeting, Underlay
from app.domain.admin.company import Company
from app.domain.admin.stationery import PLAIN, Stationery
from app.domain.invoices.designs import LogoPlace
from app.domain.invoices.layout import USUAL_FORM, LayoutForm, PaperKind
from app.domain.invoices.layout_texts import TextField, filled
from app.domain.shared.ids import ProductId


@dataclass(frozen=True, slots=True)
class Dress:
    """A layout with what it needs of the office.

    ``contents`` holds the files of the stationery by their SHA-256, ``codes`` what each product is
    known by.
    """

    layout: LayoutForm = USUAL_FORM
    stationery: Stationery = PLAIN
    contents: Mapping[str, bytes] = field(default_factory=dict)
    codes: Mapping[ProductId, str] = field(default_factory=dict)

    @property
    def look(self) -> Look:
        """How the paper is drawn."""
        one = self.layout
        return Look(one.design, one.accent, one.logo_place, one.logo_mm)


BARE = Dress()


def dressed(document: Document, dress: Dress, company: Company) -> Document:
    """Return a paper as a layout has it: its look, the firm's sheets under it, terms after it.

    Sheets that show the sender take the place of letterhead and foot. Where DIN 5008 is the custom,
    its form is that of the firm's letters.
    """
    layout, own = dress.layout, dress.stationery
    wanted = replace(
        own,
        sheet=own.sheet if layout.on_stationery else "",
        watermark=own.watermark if layout.on_stationery else "",
        terms=own.terms if layout.with_terms else "",
        top_mm=own.top_mm if layout.on_stationery else 0,
        foot_mm=own.foot_mm if layout.on_stationery else 0,
    )
    made = replace(document, look=dress.look, sheeting=sheeting(wanted, dress.contents, company))
    if document.layout is Layout.DIN5008 and own.layout == Layout.DIN5008_A.value:
        made = replace(made, layout=Layout.DIN5008_A)
    if wanted.sheet and own.has_head:
        return replace(made, letterhead=Letterhead(""), footer=())
    if layout.logo_place is LogoPlace.NONE:
        return replace(made, letterhead=replace(made.letterhead, logo=None))
    return made


def sheeting(own: Stationery, contents: Mapping[str, bytes], company: Company) -> Sheeting:
    """Return the sheets that a paper is printed on; what is not there is left out."""
    lines = (company.name, *address_lines(company.address, company.country))
    words = ", ".join(lines) if own.has_head else ""
    unders = ((own.sheet, own.sheet_on, words), (own.watermark, own.watermark_on, ""))
    found = ((contents.get(name, b""), on, text) for name, on, text in unders)
    under = tuple(Underlay(*one) for one in found if one[0])
    return Sheeting(under, contents.get(own.terms, b""), own.top_mm, own.foot_mm)


@dataclass(frozen=True, slots=True)
class Said:
    """What a layout says before the lines of a paper, and after its sums."""

    before: tuple[Paragraph, ...] = ()
    after: tuple[Paragraph, ...] = ()


def said(dress: Dress, kind: PaperKind, language: str, values: Mapping[TextField, str]) -> Said:
    """Return what a layout says on a paper of a kind, in the language of the paper."""
    if not dress.layout.speaks_on(kind):
        return Said()
    text = dress.layout.text_in(language)
    return Said(_paragraphs(text.opening, values), _paragraphs(text.closing, values))


def company_values(company: Company) -> dict[TextField, str]:
    """Return what the fields of texts say of the company."""
    return {
        TextField.COMPANY: company.name,
        TextField.PHONE: company.phone,
        TextField.EMAIL: company.email,
    }


def _paragraphs(text: str, values: Mapping[TextField, str]) -> tuple[Paragraph, ...]:
    """Return a text as its paragraphs, which blank lines divide."""
    parts = filled(text, values).split("\n\n")
    return tuple(Paragraph(part) for one in parts if (part := one.strip("\n")))
