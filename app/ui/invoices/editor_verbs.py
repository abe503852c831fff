"""What an editor of a sale answers to, whatever its paper: problems, details, page and lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.invoices.explain import Step
from app.ui.invoices.explanation import tell_explanation
from app.ui.invoices.pasting import Pasted
from app.ui.invoices.rows import Field
from app.ui.kit.texts import _, many

if TYPE_CHECKING:
    # The page owns its verbs; each knows the other.
    from app.ui.invoices.editor import DraftEditor
    from app.ui.invoices.writing import WritingPage


class EditorVerbs(QObject):
    """Does on the editor of a page what its keys ask for."""

    def __init__(self, page: WritingPage) -> None:
        super().__init__(page)
        self._page = page
        self._shell = page.shell
        page.problems.clicked.connect(self._next_problem)

    def follow_editor(self, editor: DraftEditor) -> None:
        """Answer to what is clicked and pasted in an editor."""
        editor.totals.explained.connect(self.explain)
        editor.lines.pasted.connect(self._pasted)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what every editor can do."""
        on = self._on_editor
        return {
            "invoice.problem": self._next_problem,
            "invoice.details": partial(on, lambda editor: editor.head.turn_details()),
            "invoice.page": partial(on, lambda editor: editor.turn_page()),
            "invoice.lines": partial(on, lambda editor: editor.lines.setFocus()),
            "invoice.explain": self.explain,
            "line.price": partial(on, _take_price),
            "line.insert": partial(on, lambda editor: editor.lines.rows.insert()),
            "line.remove": self._remove,
            "line.up": partial(on, lambda editor: editor.lines.rows.shift(-1)),
            "line.down": partial(on, lambda editor: editor.lines.rows.shift(1)),
            "line.above": partial(on, lambda editor: editor.lines.rows.copy_above()),
            "line.delivered": partial(on, _turn_delivered),
            "edit.undo": self._undo,
            "edit.redo": partial(on, lambda editor: editor.model.steps.redo()),
        }

    def explain(self) -> None:
        """Tell how the total of what is written comes about."""
        editor = self._page.editor
        if editor is not None:
            client, refuse = self._shell.client, self._shell.refuse
            client.ask_or(self.tell_steps, refuse, editor.making.explanation, editor.written())

    def tell_steps(self, steps: tuple[Step, ...]) -> None:
        """Show steps of reckoning."""
        tell_explanation(self._page, steps)

    def go_to_customer(self) -> None:
        """Show whom it is written to."""
        editor = self._page.editor
        customer = editor.head.customer.value() if editor is not None else None
        if customer is not None:
            self._shell.open("contact", customer.id)
        else:
            self._shell.say(_("The draft has no customer yet."))

    def _on_editor(self, verb: Callable[[DraftEditor], object]) -> None:
        if self._page.editor is not None:
            verb(self._page.editor)

    def _next_problem(self) -> None:
        editor = self._page.editor
        if editor is not None and editor.problems:
            editor.tell_all()
            editor.go_to(editor.problems[0])

    def _remove(self) -> None:
        editor = self._page.editor
        if editor is not None:
            count = editor.lines.rows.remove()
            undo = editor.model.steps.undo
            self._shell.say(many("{n} line removed", "{n} lines removed", count), undo)

    def _undo(self) -> None:
        editor = self._page.editor
        if editor is not None and not editor.model.steps.undo():
            self._shell.say(_("There is nothing to undo here."))

    def _pasted(self, pasted: object) -> None:
        if isinstance(pasted, Pasted):
            told = many("{n} line pasted", "{n} lines pasted", len(pasted.rows))
            headings = _("The row of headings was left out.") if pasted.had_headings else ""
            self._shell.say(f"{told} · {headings}" if headings else told)


def _take_price(editor: DraftEditor) -> None:
    editor.prices.take(editor.lines.currentIndex().row())


def _turn_delivered(editor: DraftEditor) -> None:
    """Show the column for the delivery day of each line, or hide it."""
    lines = editor.lines
    lines.setColumnHidden(Field.DELIVERED, not lines.isColumnHidden(Field.DELIVERED))
