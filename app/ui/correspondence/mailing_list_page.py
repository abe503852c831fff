"""A mailing list in a tab: its rule, whom hands add and leave out, and who is on it today."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.domain.contacts.countries import NAMES
from app.domain.contacts.mailing import MailingForm, MailingList, Wanted, check
from app.domain.contacts.row import ContactRow
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import ContactId, MailingListId
from app.domain.shared.problems import Problem
from app.lang.texts import mark
from app.services import contacts, letter_shelves, mailing_lists
from app.services.letter_shelves import OpenedList
from app.ui.correspondence.kept_page import KeptPage
from app.ui.correspondence.list_words import ROLES
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

_REST = 250
COLUMNS: tuple[Column[ContactRow], ...] = (
    Column(mark("Name"), lambda row: row.name, width=200),
    Column(mark("Town"), lambda row: row.town, width=110),
)


class ListFields(Form):
    """What is written of a mailing list."""

    def __init__(self, shell: Shell, opened: OpenedList) -> None:
        super().__init__()
        self._held = opened.form
        self._names = {row.id: row.name for row in opened.names}
        self.name, self.words, self.town = TextEdit(), TextEdit(), TextEdit()
        self.has_rule = CheckEdit(_("By a rule: all contacts in use that answer it"))
        names = sorted(NAMES.items(), key=lambda entry: entry[1])
        self.country = ChoiceEdit([("", _("Any country")), *names])
        spoken = [(code, _(text)) for code, text in LANGUAGES.items()]
        self.language = ChoiceEdit([("", _("Any language")), *spoken])
        self.roles = {role: CheckEdit(_(text)) for role, text in ROLES.items()}
        self.add_one: Picker[ContactRow] = Picker(shell.client, contacts.find, _name, _town)
        self.leave_one: Picker[ContactRow] = Picker(shell.client, contacts.find, _name, _town)
        self.add("name", _("Name"), self.name, columns=12)
        self.add("wanted", _("By a rule"), self.has_rule, columns=12)
        self.add("wanted.words", _("Words"), self.words, columns=6)
        self.add("wanted.town", _("Town"), self.town, columns=6)
        self.add("wanted.country", _("Country"), self.country, columns=6)
        self.add("wanted.language", _("Language"), self.language, columns=6)
        for role, editor in self.roles.items():
            self.add(f"wanted.roles.{role.value}", _(ROLES[role]), editor, columns=3)
        self.add("added", _("Add a contact"), self.add_one, columns=6)
        self.add("left_out", _("Leave a contact out"), self.leave_one, columns=6)
        self.add_one.picked.connect(self._add)
        self.leave_one.picked.connect(self._leave_out)
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.place(self.told)

    def put(self, form: MailingForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        wanted = form.wanted or Wanted()
        self._held = form
        self.name.put(form.name)
        self.has_rule.put(form.wanted is not None)
        self.words.put(wanted.words)
        self.town.put(wanted.town)
        self.country.put(wanted.country)
        self.language.put(wanted.language)
        for role, editor in self.roles.items():
            editor.put(role in wanted.roles)
        self._tell()
        self.call_clean()

    def value(self) -> MailingForm:
        """Return what stands in the fields."""
        wanted = Wanted(
            words=self.words.value(),
            roles=frozenset(role for role, editor in self.roles.items() if editor.value()),
            town=self.town.value(),
            country=self.country.value(),
            language=self.language.value(),
        )
        held = self._held
        rule = wanted if self.has_rule.value() else None
        return MailingForm(self.name.value(), rule, held.added, held.left_out)

    def add_contact(self, contact_id: ContactId, name: str) -> None:
        """Put a contact on the list by hand."""
        self._names[contact_id] = name
        left_out = tuple(one for one in self._held.left_out if one != contact_id)
        added = tuple(dict.fromkeys((*self._held.added, contact_id)))
        self._hold(added, left_out)

    def leave_out(self, contact_id: ContactId, name: str) -> None:
        """Take a contact off the list, whatever the rule says."""
        self._names[contact_id] = name
        added = tuple(one for one in self._held.added if one != contact_id)
        left_out = tuple(dict.fromkeys((*self._held.left_out, contact_id)))
        self._hold(added, left_out)

    def _hold(self, added: tuple[ContactId, ...], left_out: tuple[ContactId, ...]) -> None:
        self._held = MailingForm("", None, added, left_out)
        self._tell()
        self._typed()

    def _add(self, row: ContactRow | None) -> None:
        if row is not None:
            self.add_one.put(None)
            self.add_contact(row.id, row.name)

    def _leave_out(self, row: ContactRow | None) -> None:
        if row is not None:
            self.leave_one.put(None)
            self.leave_out(row.id, row.name)

    def _tell(self) -> None:
        held = self._held
        lines = []
        if held.added:
            lines.append(_("Added by hand: {names}", names=self._named(held.added)))
        if held.left_out:
            lines.append(_("Left out: {names}", names=self._named(held.left_out)))
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))

    def _named(self, ids: tuple[ContactId, ...]) -> str:
        return ", ".join(self._names.get(one, "–") for one in ids)


class MailingListPage(KeptPage):
    """Writes one mailing list; who is on it today stands beside it."""

    recorded = "mailing_list"

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, mailing_lists.KIND, record)
        self._opened: OpenedList | None = None
        self.fields: ListFields | None = None
        self._rest_of_keys = QTimer(self)
        self._rest_of_keys.setSingleShot(True)
        self._rest_of_keys.setInterval(_REST)
        self._rest_of_keys.timeout.connect(self._ask_members)
        self.setWindowTitle(_("Mailing list"))
        self.reread()
        shell.client.changed.connect(self._news)

    def reread(self) -> None:
        list_id = None if self.record is None else MailingListId(self.record)
        asked = (list_id, self.shell.held(mailing_lists.KIND))
        self.shell.client.ask_or(self._begin, self._gone, letter_shelves.mailing_list, *asked)

    def content(self) -> MailingForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        return check(self.content().tidied(), frozenset())

    def send(self) -> None:
        assert self._opened is not None
        client, before = self.shell.client, self._opened.kept
        if before is None:
            new = (self.content(), MailingListId(self.entity))
            client.do(self._saved, mailing_lists.add, *new, refused=self.refused)
        else:
            known = (before.id, before.version, self.content())
            client.do(self._saved, mailing_lists.change, *known, refused=self.refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.members.hasFocus():
            self._leave_chosen_out()
        else:
            super().keyPressEvent(event)

    def _ground(self) -> QWidget:
        px = theme().px
        left, right = QWidget(), QWidget()
        self.members: ShortTable[ContactRow] = ShortTable(_("On the list today"), COLUMNS)
        self.members.give_room("Name")
        self.members.opened.connect(self._open_contact)
        self.count = plain_label("", "heading")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, px(16), px(24), px(8))
        column.setSpacing(px(8))
        column.addWidget(self.count)
        column.addWidget(self.members, 1)
        column.addWidget(plain_label(_("Del leaves the chosen one out, Enter opens it"), "muted"))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(px(9))
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([px(600), px(380)])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        return left

    def _begin(self, opened: OpenedList) -> None:
        self._opened = opened
        self.fields = ListFields(self.shell, opened)
        self.fields.put(opened.form)
        self.begin(self.fields, opened.kept.version if opened.kept else 0)
        self.titled.emit(opened.form.name or _("New mailing list"))
        typed = typed_in(MailingForm, self._taken(opened.draft))
        if typed is not None and typed != self.content():
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, opened.form))
        lead_to(self, self.fields.name)
        self.fields.name.setFocus()
        self._ask_members()

    def _edited(self) -> None:
        super()._edited()
        self._rest_of_keys.start()

    def _ask_members(self) -> None:
        if self.fields is not None:
            form = self.content().tidied()
            self.shell.client.ask(self._show_members, mailing_lists.members, form)

    def _show_members(self, rows: Sequence[ContactRow]) -> None:
        self.members.show_rows(rows)
        self.count.setText(
            many("{n} contact is on it today", "{n} contacts are on it today", len(rows))
        )

    def _leave_chosen_out(self) -> None:
        row = self.members.row_of(self.members.chosen_id() or 0)
        if row is not None and self.fields is not None:
            self.fields.leave_out(row.id, row.name)

    def _open_contact(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("contact", record)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"contact", "contact_address"}:
            self._ask_members()

    def _saved(self, kept: MailingList) -> None:
        self._kept(_("The mailing list {name} is kept", name=kept.form.name), kept.id)


def _name(row: ContactRow) -> str:
    return row.name


def _town(row: ContactRow) -> str:
    return row.town
