"""The workspace: the west bar and the modules of one open office, each built when shown first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit.focus import enter, leads
from app.ui.kit.lane import Reply
from app.ui.kit.module import Module
from app.ui.kit.record_tabs import RecordTabs
from app.ui.kit.sections import Sections
from app.ui.kit.sheets import west
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.trail import Place, Trail
from app.ui.kit.west_bar import WestBar

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.domain.shared.drafts import FormDraft
    from app.services.office import Desk

_MOST_BROUGHT_BACK = 5

_PAINTED = 25
"""So many ms after a module was built it is painted, and its questions begin."""

_ROOM = 860
"""Below this width, at the usual text size, modules are shown as icons only."""


class Workspace(QWidget):
    """Shows modules and opens records; ``entered()`` after another page is shown."""

    entered = Signal()

    def __init__(
        self, shell: Shell, modules: tuple[Module, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._modules = tuple(
            module
            for module in modules
            if module.permission in shell.client.office.who.role.permissions
        )
        self._tabs: dict[str, RecordTabs] = {}
        self._trail = Trail()
        self._is_passing = False
        self._is_narrow = False
        self.bar = WestBar()
        for module in self._modules:
            self._add(module)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.setBackgroundRole(QPalette.ColorRole.Base)
        self._stack.setAutoFillBackground(True)
        self._lay_out()
        self.bar.currentChanged.connect(self._show)
        theme().changed.connect(self._fit_bar)
        shell.wanted.connect(self.open)
        shell.counted.connect(self._count)
        self._offer()

    def start(self) -> None:
        """Show the first module."""
        if self._modules:
            self._show(max(self.bar.currentIndex(), 0))

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the modules as icons only; where there is little room they always are."""
        self._is_narrow = narrow
        self._fit_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        has_room = self.width() >= theme().px(_ROOM)
        self.bar.set_narrow(narrow=self._is_narrow or not has_room)

    @property
    def module(self) -> str:
        """The name of the module that is shown."""
        place = self.bar.currentIndex()
        return self._modules[place].name if place >= 0 else ""

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        tabs = self._tabs.get(self.module)
        return tabs.current if tabs else None

    def go(self, name: str) -> None:
        """Show a module by its name."""
        names = [module.name for module in self._modules]
        if name in names:
            self.bar.setCurrentIndex(names.index(name))
            self._show(self.bar.currentIndex())
            if self.page is not None and leads(self.page):
                enter(self.page)

    def open(self, kind: str, record: object = None) -> None:
        """Open a record of a kind in the module that owns it."""
        for module in self._modules:
            if kind in module.records:
                self._pass(module.name)
                wanted = record if isinstance(record, int) else None
                made = partial(module.records[kind], self._shell, wanted)
                self._tabs[module.name].show_record(kind, wanted, made)
                self._enter()

    def pages(self) -> tuple[RecordPage, ...]:
        """Return every open record."""
        return tuple(page for tabs in self._tabs.values() for page in tabs.pages())

    def keepers(self) -> tuple[Callable[[], object], ...]:
        """Return what keeps what is typed now: each record, then all lists and dialogs."""
        return (*(page.flush for page in self.pages()), self._shell.client.flushing.emit)

    def session(self) -> tuple[str, ...]:
        """Return what is open, to be opened again: the module, then its records."""
        kept = (f"{page.kind}:{page.record}" for page in self.pages() if page.record is not None)
        return (self.module, *kept) if self.module else ()

    def restore(self, session: tuple[str, ...]) -> None:
        """Open again what was open."""
        for entry in session[1:]:
            kind, _colon, record = entry.partition(":")
            if record.isdigit():
                self.open(kind, int(record))
        if session and self._modules:
            self.go(session[0])
            self._current_tabs().show_page(self._current_tabs().home)

    def bring_back(self) -> None:
        """Open what was being typed when the machine stopped, the newest in front."""
        if not self._shell.client.office.is_read_only:
            self._shell.client.lanes.questions.run(_load_kept, Reply(self._ask_kept))

    def _ask_kept(self, kept: Callable[[Desk], tuple[FormDraft, ...]]) -> None:
        self._shell.client.ask(self._reopen, kept)

    def _reopen(self, kept: tuple[FormDraft, ...]) -> None:
        me = self._shell.client.office.who.name
        is_open = {(page.kind, page.record) for page in self.pages()}
        kinds = {kind for module in self._modules for kind in module.records}
        mine = [one for one in kept if one.who == me and one.form in kinds]
        left = [one for one in mine if (one.form, one.entity) not in is_open]
        for one in reversed(left[:_MOST_BROUGHT_BACK]):
            self.open(one.form, one.entity)

    def _add(self, module: Module) -> None:
        tip = f"{_(module.title)} ({module.shortcut})" if module.shortcut else _(module.title)
        self.bar.add(module.icon, _(module.title), _(module.group), tip)

    def _lay_out(self) -> None:
        side = QFrame()
        side.setObjectName("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, theme().px(8), 0, theme().px(8))
        column.addWidget(self.bar)
        column.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(side)
        line.addWidget(self._stack, 1)
        theme().dress(side, west)

    def _offer(self) -> None:
        slots = {f"go.{module.name}": partial(self.go, module.name) for module in self._modules}
        self._shell.book.offer(
            self,
            {
                **slots,
                "phone.note": self._take_call,
                "page.close": self._close_page,
                "go.next": partial(self._step, 1),
                "go.previous": partial(self._step, -1),
                "go.back": self._back,
                "go.forward": self._forward,
            },
        )

    def _take_call(self) -> None:
        from app.ui.kit.phone_note import take_call  # noqa: PLC0415  after the first paint

        take_call(self.window(), self._shell)

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._modules):
            return
        module = self._modules[place]
        if module.name not in self._tabs:
            self._shell.client.lanes.questions.rest(_PAINTED)
            tabs = RecordTabs(_(module.title), module.open(self._shell))
            tabs.shown.connect(self._enter)
            if isinstance(tabs.home, Sections):
                tabs.home.turned.connect(partial(self._turn, tabs))
            self._tabs[module.name] = tabs
            self._stack.addWidget(tabs)
        self._stack.setCurrentWidget(self._tabs[module.name])
        self._enter()

    def _enter(self, page: object = None) -> None:
        tabs = self._current_tabs()
        inner = (tabs.home.current,) if isinstance(tabs.home, Sections) else ()
        records = tabs.current.shown if isinstance(tabs.current, RecordPage) else ()
        chain = (*records, *inner, tabs.home, self)
        if not self._is_passing:
            self._trail.visit(Place(self.module, tabs.current))
        self._shell.book.allow(self, "page.close", allowed=tabs.current is not tabs.home)
        self._shell.book.enter((*chain, self.window()))
        self.entered.emit()

    def _turn(self, tabs: RecordTabs) -> None:
        """Bring the list forward when one of its sections is asked for."""
        tabs.show_page(tabs.home)
        self._enter()

    def _current_tabs(self) -> RecordTabs:
        return self._tabs[self.module]

    def _close_page(self) -> None:
        self._current_tabs().close_current()

    def _step(self, by: int) -> None:
        self._current_tabs().step(by)

    def _back(self) -> None:
        """Go back to where the clerk was, or to the list of the module."""
        if not self._follow(-1):
            self._current_tabs().show_page(self._current_tabs().home)

    def _forward(self) -> None:
        self._follow(1)

    def _follow(self, by: int) -> bool:
        place = self._trail.step(by, self._is_open)
        if place is not None:
            self._pass(place.module)
            self._current_tabs().show_page(place.page)
            self._enter()
        return place is not None

    def _is_open(self, place: Place) -> bool:
        tabs = self._tabs.get(place.module)
        return tabs is not None and tabs.holds(place.page)

    def _pass(self, module: str) -> None:
        """Show a module on the way to one of its pages."""
        self._is_passing = True
        self.go(module)
        self._is_passing = False

    def _count(self, name: str, number: int) -> None:
        names = [module.name for module in self._modules]
        if name in names:
            self.bar.count_at(names.index(name), number)


def _load_kept() -> Callable[[Desk], tuple[FormDraft, ...]]:
    """Return the question for what was being typed; its service is loaded beside the window."""
    from app.services import drafts  # noqa: PLC0415  loads SQLAlchemy

    return drafts.all_kept
