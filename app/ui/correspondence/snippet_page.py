"""A snippet in a tab: its shortcut, and its words once per language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.domain.correspondence.template import Snippet, SnippetForm, SnippetText, check_snippet
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import SnippetId
from app.domain.shared.problems import Problem
from app.services import letter_shelves, snippets
from app.services.letter_shelves import OpenedSnippet
from app.ui.correspondence.kept_page import KeptPage, Pictures
from app.ui.correspondence.texts_edit import TextsEdit
from app.ui.kit.fields import TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class SnippetFields(Form):
    """What is written of a snippet."""

    def __init__(self, shell: Shell, opened: OpenedSnippet, pictures: Pictures) -> None:
        super().__init__()
        self.shortcut = TextEdit()
        self.texts = TextsEdit(shell, pictures.load, opened.home, has_subject=False)
        self.texts.edited.connect(self._typed)
        self.add(
            "shortcut",
            _("Shortcut"),
            self.shortcut,
            columns=6,
            help_text=_("Typed after two colons: ::greet"),
        )
        self.place(self.texts)
        self.chain()

    def put(self, form: SnippetForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self.shortcut.put(form.shortcut)
        self.texts.put({one.language: ("", one.body) for one in form.texts})
        self.call_clean()

    def value(self) -> SnippetForm:
        """Return what stands in the fields."""
        found = self.texts.value().items()
        texts = tuple(SnippetText(code, body) for code, (_subject, body) in found)
        return SnippetForm(self.shortcut.value(), texts)


class SnippetPage(KeptPage):
    """Writes one snippet."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, snippets.KIND, record)
        self._opened: OpenedSnippet | None = None
        self.fields: SnippetFields | None = None
        self._pictures = Pictures(shell, self)
        self.setWindowTitle(_("Snippet"))
        self.reread()

    def reread(self) -> None:
        snippet_id = None if self.record is None else SnippetId(self.record)
        asked = (snippet_id, self.shell.held(snippets.KIND))
        self.shell.client.ask_or(self._begin, self._gone, letter_shelves.snippet, *asked)

    def content(self) -> SnippetForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        found = check_snippet(self.content().tidied(), frozenset())
        if self.fields is not None and self._is_strict:
            of_text = (one for one in found if one.field.startswith("texts"))
            self.fields.texts.box.show_problem(next(of_text, None))
        return found

    def send(self) -> None:
        assert self._opened is not None
        client, before = self.shell.client, self._opened.snippet
        if before is None:
            new = (self.content(), SnippetId(self.entity))
            client.do(self._saved, snippets.add, *new, refused=self.refused)
        else:
            known = (before.id, before.version, self.content())
            client.do(self._saved, snippets.change, *known, refused=self.refused)

    def _begin(self, opened: OpenedSnippet) -> None:
        self._opened = opened
        self.fields = SnippetFields(self.shell, opened, self._pictures)
        self.fields.put(opened.form)
        self.begin(self.fields, opened.snippet.version if opened.snippet else 0)
        self.titled.emit(f"::{opened.form.shortcut}" if opened.snippet else _("New snippet"))
        texts = self.fields.texts
        offers = dict(texts.box.deeds.offers()) | self._pictures.serve(texts.writer)
        offers["letter.body"] = texts.writer.setFocus
        self.shell.book.offer(self, offers)
        texts.turned.connect(self._pictures.fetch)
        typed = typed_in(SnippetForm, self._taken(opened.draft))
        if typed is not None and typed != self.content():
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, opened.form))
        lead_to(self, self.fields.shortcut)
        self.fields.shortcut.setFocus()

    def _saved(self, snippet: Snippet) -> None:
        self._kept(_("The snippet {name} is kept", name=f"::{snippet.shortcut}"), snippet.id)
