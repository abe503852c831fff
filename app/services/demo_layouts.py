"""The layouts of the sample company: one for all papers, one for long lists."""

from __future__ import annotations

from app.domain.invoices.designs import Design
from app.domain.invoices.layout import (
    USUAL_COLUMNS,
    ColumnChoice,
    LayoutForm,
    LineColumn,
    PaperKind,
)
from app.domain.invoices.layout_texts import LayoutText
from app.lang.texts import mark, say_in
from app.services import admin, layouts
from app.services.office import Office

ACCENT = "#0f766e"
THANKS = mark("Thank you for your trust.")
SPOKEN = ("en", "fi", "sv", "de", "th")


def tell_layouts(office: Office) -> None:
    """Keep the layouts, before the first paper is printed with one."""
    say = say_in(office.ask(admin.company).language)
    texts = tuple(LayoutText(code, closing=say_in(code)(THANKS)) for code in SPOKEN)
    ours = LayoutForm(
        say("Our papers"), Design.MODERN, ACCENT, texts=texts, usual_for=tuple(PaperKind)
    )
    columns = (ColumnChoice(LineColumn.POSITION), ColumnChoice(LineColumn.CODE), *USUAL_COLUMNS)
    long = LayoutForm(say("Long lists"), Design.COMPACT, columns=columns)
    for form in (ours, long):
        office.do(layouts.add, form)
