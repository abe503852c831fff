"""The form of a layout: its fields, in the order in which a paper is designed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.invoices.designs import USUAL_LOGO_MM
from app.domain.invoices.layout import LayoutForm, PaperField
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import NotANumber
from app.services.layout_forms import OpenedLayout
from app.ui.invoices.colour_edit import ColourEdit
from app.ui.invoices.columns_edit import ColumnsEdit
from app.ui.invoices.layout_texts_edit import LayoutTextsEdit
from app.ui.invoices.layout_words import COLOURS, DESIGNS, FACTS, LOGO_PLACES, PAPERS
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import problem_text
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

Choice = TypeVar("Choice")
USUAL_ACCENT = "#174a66"
"""The house's own colour, which an empty code stands for."""


class LayoutFields(Form):
    """Fields that hold a LayoutForm; ``stationery_wanted()`` leads to the firm's sheets."""

    stationery_wanted = Signal()

    def __init__(self, opened: OpenedLayout) -> None:
        super().__init__()
        self.name = TextEdit()
        self.design = ChoiceEdit([(one, _(text)) for one, text in DESIGNS.items()])
        own: list[tuple[str | None, str]] = [(None, _("A colour of our own"))]
        named = ((code, _(text)) for code, text in COLOURS.items())
        self.named_colour: ChoiceEdit[str | None] = ChoiceEdit([*named, *own])
        self.accent = ColourEdit(USUAL_ACCENT)
        self.pick = QPushButton(_("Choose a colour…"))
        self.logo_place = ChoiceEdit([(one, _(text)) for one, text in LOGO_PLACES.items()])
        self.logo_mm = NumberEdit(0)
        self.texts = LayoutTextsEdit(opened.home, self)
        self.columns = ColumnsEdit(self.texts.language)
        self.facts = Checks({one: _(text) for one, text in FACTS.items()})
        self.on_stationery = CheckEdit(_("The letterhead and watermark of our letters"))
        self.with_terms = CheckEdit(_("Our terms, after the last page"))
        self.stationery = QPushButton(_("Stationery…"))
        self.usual_for = Checks({one: _(text) for one, text in PAPERS.items()})
        self._lay_out(opened)
        self._connect()

    def put(self, form: LayoutForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self.name.put(form.name)
        self.design.put(form.design)
        self.accent.put(form.accent)
        self._name_colour()
        self.logo_place.put(form.logo_place)
        self.logo_mm.put(Decimal(form.logo_mm))
        self.columns.put(form.columns)
        self.facts.put(one for one in PaperField if one not in form.hidden)
        self.texts.put(form.texts)
        self.on_stationery.put(form.on_stationery)
        self.with_terms.put(form.with_terms)
        self.usual_for.put(form.usual_for)
        self.chain()
        self.call_clean()

    def value(self) -> LayoutForm:
        """Return what stands in the fields."""
        mm = self.logo_mm.value() if self.logo_mm.is_readable() else None
        return LayoutForm(
            name=self.name.value(),
            design=self.design.value(),
            accent=self.accent.value(),
            logo_place=self.logo_place.value(),
            logo_mm=int(mm) if mm is not None else USUAL_LOGO_MM,
            columns=self.columns.value(),
            hidden=tuple(one for one in PaperField if one not in self.facts.value()),
            texts=self.texts.value(),
            on_stationery=self.on_stationery.value(),
            with_terms=self.with_terms.value(),
            usual_for=self.usual_for.value(),
        )

    def unreadable(self) -> tuple[Problem, ...]:
        """Return what was typed as a height and is no number."""
        if self.logo_mm.is_readable():
            return ()
        return (Problem("logo_mm", NotANumber.code, {"value": self.logo_mm.text()}),)

    def placed(self, problem: Problem) -> Problem:
        """Return a problem at the field that shows it: texts in the language that is written."""
        part, *rest = problem.field.split(".")
        if part == "columns":
            return replace(problem, field="columns")
        if part == "texts" and rest[1:] and self.language_of(problem) == self.texts.language:
            return replace(problem, field=rest[1])
        return problem

    def language_of(self, problem: Problem) -> str:
        """Return in which language the text stands that a problem is about, or nothing."""
        part, *rest = problem.field.split(".")
        return self.texts.value()[int(rest[0])].language if part == "texts" and rest else ""

    def show_problems(self, problems: Iterable[Problem], *, focus: bool = False) -> None:
        """Show each problem under its field; what is wrong with columns stands under them."""
        found = [self.placed(one) for one in problems]
        wrong = next((one for one in found if one.field == "columns"), None)
        self.columns.show_problem(problem_text(wrong) if wrong else "")
        super().show_problems(found, focus=focus)

    def _lay_out(self, opened: OpenedLayout) -> None:
        self.add("name", _("Name"), self.name, columns=12)
        self.add("design", _("Design"), self.design, columns=12)
        self.add("named_colour", _("Colour"), self.named_colour, columns=12)
        self.add("accent", _("Its code"), self.accent, columns=6)
        self.place(Beneath(self.pick), columns=6)
        self.add("logo_place", _("Logo"), self.logo_place, columns=6)
        self.add("logo_mm", _("At most so tall, mm"), self.logo_mm, columns=6)
        self.heading(_("Paper"))
        none = "" if opened.has_sheets else _("No letterhead is kept yet.")
        self.add("on_stationery", _("Paper"), self.on_stationery, columns=12, help_text=none)
        none = "" if opened.has_terms else _("No terms are kept yet.")
        self.add("with_terms", _("Terms"), self.with_terms, columns=8, help_text=none)
        self.place(Beneath(self.stationery), columns=4)
        self.heading(_("Columns, from left to right"))
        self.place(self.texts.strip)
        self.place(self.columns)
        self.heading(_("Texts"))
        self.add("opening", _("Before the lines"), self.texts.opening, columns=12)
        self.add("closing", _("After the sums"), self.texts.closing, columns=12)
        self.add("field", _("Insert a field"), self.texts.fields, columns=6)
        self.heading(_("Facts beside the address"))
        self.place(self.facts)
        self.heading(_("The usual layout of"))
        self.place(self.usual_for)
        self.chain()

    def _connect(self) -> None:
        for several in (self.columns, self.facts, self.usual_for):
            several.edited.connect(self._touched)
        self.texts.turned.connect(self.columns.turn)
        self.stationery.clicked.connect(self.stationery_wanted)
        self.pick.clicked.connect(self._ask_colour)
        self.accent.edited.connect(self._name_colour)
        self.named_colour.activated.connect(self._take_colour)

    def _touched(self) -> None:
        self.touch()
        self.edited.emit()

    def _name_colour(self) -> None:
        """Show the name of the colour whose code stands here, if it has one."""
        code = self.accent.value().lower()
        self.named_colour.put(code if code in COLOURS else None)

    def _take_colour(self, _place: int) -> None:
        code = self.named_colour.value()
        if code is None:
            self.accent.setFocus()
        else:
            self.show_colour(code)

    def _ask_colour(self) -> None:
        dialog = QColorDialog(QColor(self.accent.colour()), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Choose a colour…"))
        dialog.colorSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, colour: QColor) -> None:
        self.show_colour(colour.name())

    def show_colour(self, code: str) -> None:
        """Take a colour that was chosen, as if its code had been typed."""
        self.accent.put(code)
        self._name_colour()
        self._touched()


class Checks(QWidget, Generic[Choice]):
    """Several yes or no in two columns."""

    edited = Signal()

    def __init__(self, names: Mapping[Choice, str]) -> None:
        super().__init__()
        self.boxes = {one: CheckEdit(name) for one, name in names.items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self.boxes.values()):
            grid.addWidget(box, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
            box.edited.connect(self.edited)

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        return tuple(self.boxes.values())

    def put(self, chosen: Iterable[Choice]) -> None:
        """Show which are chosen."""
        wanted = frozenset(chosen)
        for one, box in self.boxes.items():
            box.put(one in wanted)

    def value(self) -> tuple[Choice, ...]:
        """Return those that are chosen."""
        return tuple(one for one, box in self.boxes.items() if box.value())


class Beneath(QWidget):
    """A button beside fields, at the height of what is typed into them."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__()
        self._button = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(plain_label(" ", "label"))
        column.addWidget(button)
        column.addStretch(1)

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        return (self._button,)
