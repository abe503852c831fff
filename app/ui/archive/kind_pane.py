"""A list of how documents are sorted, and the form of the chosen one: types, tags, or fields."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.archive.kinds import CustomField, DocumentType, Tag
from app.domain.archive.retention import RetentionPlan
from app.services import kinds
from app.services.kinds import Sorting
from app.ui.archive.naming import Naming
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell

_TABLES = frozenset({"document_type", "tag", "custom_field"})

Kind = DocumentType | Tag | CustomField


@dataclass(frozen=True, slots=True)
class Sorted:
    """Everything that a pane needs: what there is, what it is called, and what the law asks."""

    sorting: Sorting
    naming: Naming
    plan: RetentionPlan


class KindPane(ListedForm[Kind]):
    """Lists one kind and edits the chosen one."""

    def __init__(self, shell: Shell, strip: Strip, name: str) -> None:
        super().__init__(shell, strip, name)
        self._known: Sorted | None = None
        self._sorting: Sorting | None = None
        shell.client.changed.connect(self._news)
        self.ask()

    @property
    def known(self) -> Sorted:
        """What the office told; there is no form before it did."""
        assert self._known is not None
        return self._known

    def ask(self) -> None:
        self.shell.client.ask(self._learn, kinds.sorting)

    def at(self, field: str) -> str:
        return "names.en" if field == "names" else field

    def begin_new(self, _is_checked: object = None) -> None:
        if self._known is not None:
            super().begin_new()

    def tell_saved(self, kind: Kind, text: str) -> None:
        """Tell that one was saved, and choose it once it is listed."""
        self.shell.say(text)
        self.saved(kind)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()

    def _learn(self, sorting: Sorting) -> None:
        self._sorting = sorting
        self.shell.client.ask(self._know, kinds.retention)

    def _know(self, plan: RetentionPlan) -> None:
        if self._sorting is None or self.holds_typed:
            return
        naming = Naming()
        naming.learn(self._sorting)
        self._known = Sorted(self._sorting, naming, plan)
        self.fill()
