"""Layouts: how the firm's invoices and what belongs to them look, chosen by the firm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from app.domain.invoices.designs import (
    LEAST_CONTRAST,
    LEAST_LOGO_MM,
    MOST_LOGO_MM,
    USUAL_LOGO_MM,
    Design,
    LogoPlace,
    contrast,
    is_colour,
    readable,
)
from app.domain.invoices.layout_texts import LayoutText, check_texts
from app.domain.shared.ids import LayoutId
from app.domain.shared.languages import check_language
from app.domain.shared.lines import one_line, some_lines
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal


class PaperKind(Enum):
    """A paper that a layout can be the usual one of."""

    QUOTE = "quote"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit-note"
    DELIVERY_NOTE = "delivery-note"
    REMINDER = "reminder"
    STATEMENT = "statement"
    RECEIPT = "receipt"


ABOUT_PAYING = frozenset({PaperKind.INVOICE, PaperKind.CREDIT_NOTE, PaperKind.STATEMENT})
"""The papers that have the texts of every layout."""


class LineColumn(Enum):
    """A column of the lines."""

    POSITION = "position"
    CODE = "code"
    DESCRIPTION = "description"
    QUANTITY = "quantity"
    UNIT = "unit"
    PRICE = "price"
    DISCOUNT = "discount"
    TAX = "tax"
    AMOUNT = "amount"


class PaperField(Enum):
    """What stands beside the window and may be left out; what the law asks for may not."""

    TERMS = "terms"
    LATE_INTEREST = "late-interest"
    REFERENCE = "reference"
    PERIOD = "period"
    YOUR_REFERENCE = "your-reference"
    OUR_REFERENCE = "our-reference"
    ORDER = "order"
    CONTRACT = "contract"
    CUSTOMER_NUMBER = "customer-number"
    DELIVERY_ADDRESS = "delivery-address"


@dataclass(frozen=True, slots=True)
class ColumnTitle:
    """What a column is called in a language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column that is shown, and what it is called where that is not the usual word."""

    column: LineColumn
    titles: tuple[ColumnTitle, ...] = ()

    def title_in(self, language: str) -> str:
        """Return the column's own title in a language, or nothing."""
        return next((one.text for one in self.titles if one.language == language), "")


USUAL_COLUMNS = tuple(
    ColumnChoice(one) for one in LineColumn if one not in {LineColumn.POSITION, LineColumn.CODE}
)
"""What is shown where nothing was chosen; columns that no line needs are left out anyway."""
NEEDED_COLUMNS = (LineColumn.DESCRIPTION, LineColumn.AMOUNT)


@dataclass(frozen=True, slots=True)
class LayoutForm:
    """The editable part of a layout.

    An empty ``accent`` is the house's own colour. ``on_stationery`` prints on the firm's sheets,
    ``with_terms`` adds its terms after the last page: both are those of its letters. ``hidden``
    are the facts that are left out; ``usual_for`` the papers whose layout it is if a customer has
    no own one.
    """

    name: str
    design: Design = Design.CLASSIC
    accent: str = ""
    logo_place: LogoPlace = LogoPlace.LEFT
    logo_mm: int = USUAL_LOGO_MM
    columns: tuple[ColumnChoice, ...] = USUAL_COLUMNS
    hidden: tuple[PaperField, ...] = ()
    texts: tuple[LayoutText, ...] = ()
    on_stationery: bool = False
    with_terms: bool = False
    usual_for: tuple[PaperKind, ...] = ()

    def tidied(self) -> LayoutForm:
        """Return the form as it is kept; what says nothing is left out."""
        texts = (
            replace(one, opening=some_lines(one.opening), closing=some_lines(one.closing))
            for one in self.texts
        )
        return replace(
            self,
            name=one_line(self.name),
            accent=one_line(self.accent).lower(),
            columns=tuple(map(_tidied, self.columns)),
            hidden=tuple(one for one in PaperField if one in self.hidden),
            texts=tuple(one for one in texts if one.opening or one.closing),
            usual_for=tuple(one for one in PaperKind if one in self.usual_for),
        )

    def speaks_on(self, kind: PaperKind) -> bool:
        """Say whether the texts stand on a paper of a kind.

        They are those of invoices, which thank for an order and speak of paying: a quote, a
        delivery note, a reminder or a receipt has those of a layout that is the usual one of its
        kind alone.
        """
        return kind in ABOUT_PAYING or set(self.usual_for) == {kind}

    def text_in(self, language: str) -> LayoutText:
        """Return what is said in a language; nothing where nothing was written in it."""
        found = (one for one in self.texts if one.language == language)
        return next(found, LayoutText(language))


@dataclass(frozen=True, slots=True)
class InvoiceLayout:
    """A layout by its name.

    ``frozen_of`` is the layout of which this is the state that issued papers were printed with;
    such a state is never changed again.
    """

    id: LayoutId
    version: int
    form: LayoutForm
    frozen_of: LayoutId | None = None
    is_archived: bool = False

    @property
    def is_usable(self) -> bool:
        """Say whether papers can be printed with it from now on."""
        return not self.is_archived and self.frozen_of is None


LAYOUT_GONE = Rule("layouts.out-of-use", is_warning=True)
USUAL_FORM = LayoutForm("")
PLAIN = InvoiceLayout(LayoutId(0), 0, USUAL_FORM)
"""The layout of an office that never chose one."""

NAME_LENGTH = 80
WITHOUT_NAME = Rule("layouts.without-name")
NAME_TOO_LONG = Rule("layouts.name-too-long", "most")
NAME_TAKEN = Rule("layouts.name-taken", "name")
NOT_A_COLOUR = Rule("layouts.not-a-colour", "colour")
PALE_ACCENT = Rule("layouts.pale-accent", "colour", "printed", is_warning=True)
LOGO_OUT_OF_RANGE = Rule("layouts.logo-out-of-range", "mm", "least", "most")
WITHOUT_COLUMNS = Rule("layouts.without-columns")
AMOUNT_FIRST = Rule("layouts.amount-first")
COLUMN_TWICE = Rule("layouts.column-twice")
TITLE_TOO_LONG = Rule("layouts.title-too-long", "most")
TITLE_LENGTH = 30


class LayoutInUse(Refusal):
    """A layout that is the usual one of a paper or a customer is not put away."""

    code = "layouts.in-use"


def check_layout(form: LayoutForm, others: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    """Return every problem of a layout beside those of these names, written in small letters."""
    return (
        *_name_problems(form.name, others),
        *_colour_problems(form.accent),
        *_logo_problems(form.logo_mm),
        *_column_problems(form.columns),
        *check_texts(form.texts),
    )


def names_of(layouts: Iterable[InvoiceLayout]) -> frozenset[str]:
    """Return the names of layouts as they are compared."""
    return frozenset(one.form.name.casefold() for one in layouts if not one.is_archived)


def _tidied(one: ColumnChoice) -> ColumnChoice:
    titles = (replace(title, text=one_line(title.text)) for title in one.titles)
    return replace(one, titles=tuple(title for title in titles if title.text))


def _name_problems(name: str, others: frozenset[str]) -> Iterator[Problem]:
    if not name:
        yield WITHOUT_NAME.at("name")
    elif len(name) > NAME_LENGTH:
        yield NAME_TOO_LONG.at("name", most=NAME_LENGTH)
    elif name.casefold() in others:
        yield NAME_TAKEN.at("name", name=name)


def _colour_problems(accent: str) -> Iterator[Problem]:
    if accent and not is_colour(accent):
        yield NOT_A_COLOUR.at("accent", colour=accent)
    elif accent and contrast(accent) < LEAST_CONTRAST:
        yield PALE_ACCENT.at("accent", colour=accent, printed=readable(accent))


def _logo_problems(mm: int) -> Iterator[Problem]:
    if not LEAST_LOGO_MM <= mm <= MOST_LOGO_MM:
        yield LOGO_OUT_OF_RANGE.at("logo_mm", mm=mm, least=LEAST_LOGO_MM, most=MOST_LOGO_MM)


def _column_problems(columns: tuple[ColumnChoice, ...]) -> Iterator[Problem]:
    shown = [one.column for one in columns]
    if any(needed not in shown for needed in NEEDED_COLUMNS):
        yield WITHOUT_COLUMNS.at("columns")
    elif shown.index(LineColumn.AMOUNT) < shown.index(LineColumn.DESCRIPTION):
        yield AMOUNT_FIRST.at("columns")
    if len(set(shown)) < len(shown):
        yield COLUMN_TWICE.at("columns")
    for at, one in enumerate(columns):
        for place, title in enumerate(one.titles):
            field = f"columns.{at}.titles.{place}"
            yield from check_language(title.language, f"{field}.language")
            if len(title.text) > TITLE_LENGTH:
                yield TITLE_TOO_LONG.at(field, most=TITLE_LENGTH)
