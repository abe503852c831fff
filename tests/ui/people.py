"""A small tab over contacts, as features write theirs: for tests of the window and the kit."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.contacts.contact import Role
from app.domain.contacts.form import ContactForm
from app.domain.contacts.row import ContactRow
from app.lang.texts import mark
from app.services import contacts, drafts
from app.services.office import Office
from app.services.permissions import Permission
from app.ui.kit.actions import Action
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.module import Module
from app.ui.kit.page_bar import PageBar
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.table import Column
from app.ui.kit.texts import many

ACTIONS = (
    Action("person.new", mark("New"), "record", "people", "Ctrl+N", icon="plus", letter="n"),
    Action("person.save", mark("Save"), "record", "people", "Ctrl+Return", icon="check"),
)

COLUMNS: tuple[Column[ContactRow], ...] = (
    Column(mark("Number"), lambda row: row.number, sort="number", right=True, width=90),
    Column(mark("Name"), lambda row: row.name, sort="name", width=240, icon=lambda _row: "user"),
    Column(mark("Town"), lambda row: row.town, is_pill=True, tone=lambda _row: "good"),
)

LISTING: Listing[ContactRow] = Listing(
    name="people",
    title=mark("Contacts"),
    columns=COLUMNS,
    source=Source(contacts.spine, contacts.rows, contacts.first),
    tables=frozenset({"contact"}),
    counted=lambda n: many("{n} contact", "{n} contacts", n),
    empty=Empty("users", mark("No contacts yet"), mark("They live here."), ("person.new",)),
    filters=(Filter("supplier", mark("Suppliers")),),
    buttons=("person.new",),
    verbs=("person.new",),
    sort="name",
)


class PeopleTab(ListPage[ContactRow]):
    """Lists people and opens them."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, LISTING)
        self.made = 0
        self.opened.connect(self._open)
        shell.book.offer(self, {"person.new": self._new})

    def _open(self, record: int) -> None:
        self.shell.open("person", record)

    def _new(self) -> None:
        self.made += 1
        self.shell.open("person")


class PersonPage(RecordPage):
    """One person's name."""

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, "person", record)
        self.flushed: list[str] = []
        self.name = TextEdit()
        self.form = Form()
        self.form.add("name", "Name", self.name)
        self.form.dirtied.connect(self.marked)
        column = QVBoxLayout(self)
        column.addWidget(PageBar("Person", shell.book, ("person.save",)))
        column.addWidget(self.form)
        shell.book.offer(self, {"person.save": self.save})

    def save(self) -> None:
        self.titled.emit(self.name.value())
        self.form.call_clean()

    def flush(self) -> None:
        self.flushed.append(self.name.value())
        self.shell.client.do(self._kept, drafts.keep, "person", 7, 0, self.name.value())

    def _kept(self, nothing: object) -> None:
        """Go on: the text is kept."""


def _people(shell: Shell) -> QWidget:
    return PeopleTab(shell)


def _person(shell: Shell, record: int | None) -> RecordPage:
    return PersonPage(shell, record)


def _blank(shell: Shell) -> QWidget:
    return QWidget()


MODULES = (
    Module(
        "people",
        mark("Contacts"),
        "users",
        "Ctrl+1",
        Permission.CONTACTS_READ,
        _people,
        group=mark("People and goods"),
        records={"person": _person},
    ),
    Module("goods", mark("Products"), "package", "Ctrl+2", Permission.PRODUCTS_READ, _blank),
    Module(
        "books",
        mark("Accounting"),
        "book-2",
        "Ctrl+3",
        Permission.ACCOUNTING_READ,
        _blank,
        group=mark("Books"),
    ),
)


def add(office: Office, *names: str, role: Role = Role.CUSTOMER) -> tuple[int, ...]:
    """Add people to an office and return their ids."""
    return tuple(
        office.do(contacts.add, ContactForm(name=name, roles=frozenset({role}))).result.id
        for name in names
    )
