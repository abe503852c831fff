"""The layouts of papers: listed, begun, duplicated, made the usual one, put away."""

from __future__ import annotations

from functools import partial

from app.domain.invoices.layout import InvoiceLayout
from app.lang.texts import mark
from app.services import layouts
from app.services.layouts import Kept as KeptLayout
from app.ui.invoices.layout_words import DESIGN_NAMES, PAPERS
from app.ui.kit.history import Deed
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.listing import Empty
from app.ui.kit.sections import Strip
from app.ui.kit.shelf import Kept, Moves, Shelf, Verbs
from app.ui.kit.shell import Shell
from app.ui.kit.table import Column
from app.ui.kit.texts import _

COPY, USUAL = "invoice.copy", "layout.usual"


def _name(row: InvoiceLayout) -> str:
    return row.form.name


def _papers(row: InvoiceLayout) -> str:
    return ", ".join(_(PAPERS[one]) for one in row.form.usual_for)


def _languages(row: InvoiceLayout) -> str:
    return ", ".join(_(LANGUAGES.get(one.language, one.language)) for one in row.form.texts)


LAYOUTS: Kept[InvoiceLayout] = Kept(
    kind=layouts.KIND,
    title=mark("Layouts"),
    new=mark("New layout"),
    columns=(
        Column(mark("Name"), _name, width=220),
        Column(mark("Design"), lambda row: _(DESIGN_NAMES[row.form.design]), width=120),
        Column(mark("Usual for"), _papers, width=280),
        Column(mark("Texts in"), _languages, width=160),
    ),
    room=mark("Usual for"),
    read=layouts.layouts,
    tables=frozenset({"invoice_layout"}),
    empty=Empty(
        "palette",
        mark("Papers look as Backdesk has them"),
        mark("A layout gives invoices and what belongs to them your colours, columns and words."),
    ),
    moves=Moves(layouts.put_away, layouts.take_back, _name),
    verbs=Verbs("invoices", "invoice.new", "invoice.open", "invoice.discard"),
)


class LayoutShelf(Shelf[InvoiceLayout]):
    """Lists layouts; Enter opens the designer."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, LAYOUTS)
        book = shell.book
        book.offer(self, {COPY: self.duplicate, USUAL: self.make_usual})
        book.call(self, COPY, _("Duplicate"))
        book.call(self, LAYOUTS.verbs.away, _("Put away"))

    def duplicate(self) -> None:
        """Begin a layout like the chosen one."""
        if (row := self.chosen()) is not None:
            self.shell.client.do(self._duplicated, layouts.duplicate, row.id, row.form.name)

    def make_usual(self) -> None:
        """Print all papers with the chosen layout whose customer has none of its own."""
        if (row := self.chosen()) is not None:
            self.shell.client.do(self._made, layouts.make_usual, row.id, row.version, ())

    def _duplicated(self, kept: KeptLayout) -> None:
        self.shell.did(deed(_("{name} is there", name=_name(kept.layout)), kept))
        self.shell.open(layouts.KIND, kept.layout.id)

    def _made(self, kept: KeptLayout) -> None:
        told = _("{name} is the usual layout of all papers", name=_name(kept.layout))
        self.shell.did(deed(told, kept))


def deed(text: str, kept: KeptLayout) -> Deed:
    """Return that layouts were changed, which can be taken back."""
    return Deed(text, layouts.restore, (kept.before,), partial(deed, text))
