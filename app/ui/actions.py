"""Every action of Backdesk, in one table: menus, buttons, palette and shortcut sheet read it.

A feature adds its lines here, with its module's name as ``context``; in one context no shortcut
and no letter stands twice. Its pages say what they can do now with ``shell.book.offer``.
"""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.approval_actions import APPROVALS
from app.ui.archive_actions import ARCHIVE
from app.ui.backup_actions import BACKUPS
from app.ui.billable_actions import BILLABLES
from app.ui.count_actions import COUNTS
from app.ui.delivery_actions import DELIVERIES
from app.ui.employee_actions import EMPLOYEES
from app.ui.expense_actions import EXPENSES
from app.ui.goods_actions import GOODS
from app.ui.health_actions import HEALTH
from app.ui.hours_actions import HOURS
from app.ui.invoice_actions import INVOICES
from app.ui.kit.actions import Action
from app.ui.kit.module import Module
from app.ui.layout_actions import LAYOUTS
from app.ui.leave_actions import LEAVE
from app.ui.letter_actions import LETTERS
from app.ui.log_actions import LOG
from app.ui.mail_actions import MAILS
from app.ui.mailing_actions import MAILINGS
from app.ui.order_actions import ORDERS
from app.ui.payment_actions import PAYMENTS
from app.ui.payroll_actions import PAYROLL
from app.ui.plan_actions import PLANS
from app.ui.post_actions import POST
from app.ui.privacy_actions import PERSONAL
from app.ui.quote_actions import QUOTES
from app.ui.recruiting_actions import RECRUITING
from app.ui.reminder_actions import REMINDERS
from app.ui.server_actions import MOVE, OPEN_SERVER
from app.ui.tax_actions import TAXES
from app.ui.user_actions import USERS
from app.ui.writer_actions import WRITER

MENUS: tuple[tuple[str, str], ...] = (
    ("file", mark("&File")),
    ("edit", mark("&Edit")),
    ("view", mark("&View")),
    ("go", mark("&Go")),
    ("record", mark("&Record")),
    ("help", mark("&Help")),
)
"""The menus from left to right; "record" holds the actions of the module that is shown."""

ACTIONS: tuple[Action, ...] = (
    Action("office.new", mark("New company…"), "file", icon="building"),
    Action("office.open", mark("Open company…"), "file", shortcut="Ctrl+O", icon="folder-open"),
    Action("office.close", mark("Close company"), "file"),
    Action(
        "office.lock",
        mark("Lock"),
        "file",
        shortcut="Ctrl+Alt+L",
        icon="lock",
        tip=mark("Close the company until somebody logs in again; what is typed is kept"),
    ),
    Action("office.pack", mark("Pack into one file…"), "file", icon="package", is_apart=True),
    Action("office.unpack", mark("Unpack a company…"), "file", icon="packages"),
    Action(
        "office.from-backup",
        mark("Company from a backup…"),
        "file",
        icon="restore",
        tip=mark("Make a company of a backup, on this machine or a new one"),
    ),
    OPEN_SERVER,
    Action("office.export", mark("Export as SQLite…"), "file", icon="database"),
    Action("page.close", mark("Close tab"), "file", shortcut="Ctrl+W", icon="x", is_apart=True),
    Action("window.quit", mark("Quit"), "file", shortcut="Ctrl+Q", icon="door-exit", is_apart=True),
    Action("edit.undo", mark("Undo"), "edit", shortcut="Ctrl+Z", icon="arrow-back-up"),
    Action(
        "edit.redo",
        mark("Redo"),
        "edit",
        shortcut="Ctrl+Shift+Z",
        also="Ctrl+Y",
        icon="arrow-forward-up",
    ),
    Action(
        "snippet.insert",
        mark("Insert a snippet…"),
        "edit",
        shortcut="Ctrl+Shift+G",
        icon="text-plus",
        tip=mark("Write what is often said where the cursor is; typing :: shows it, too"),
        is_apart=True,
    ),
    Action("list.copy", mark("Copy rows"), "edit", shortcut="Ctrl+C", icon="copy", is_apart=True),
    Action("list.find", mark("Find in list"), "edit", shortcut="Ctrl+F", icon="search"),
    Action("list.refresh", mark("Read again"), "view", shortcut="F5", icon="refresh"),
    Action("list.columns", mark("Columns…"), "view", icon="columns"),
    Action("list.views", mark("Saved views…"), "view", shortcut="Ctrl+Shift+V", icon="star"),
    Action("list.save-view", mark("Save this view…"), "view"),
    Action(
        "view.narrow",
        mark("Narrow bar"),
        "view",
        shortcut="Ctrl+B",
        icon="layout-sidebar",
        is_apart=True,
    ),
    Action(
        "view.bigger", mark("Larger text"), "view", shortcut="Ctrl++", also="Ctrl+=", is_apart=True
    ),
    Action("view.smaller", mark("Smaller text"), "view", shortcut="Ctrl+-"),
    Action("view.usual", mark("Usual text size"), "view", shortcut="Ctrl+0"),
    Action("view.light", mark("Light look"), "view", icon="sun", is_apart=True),
    Action("view.dark", mark("Dark look"), "view", icon="moon"),
    Action("view.contrast", mark("High contrast"), "view", icon="contrast"),
    Action("view.system", mark("Look of the system"), "view"),
    Action("view.compact", mark("Compact rows"), "view", is_apart=True),
    Action("view.normal", mark("Normal rows"), "view"),
    Action("view.comfortable", mark("Comfortable rows"), "view"),
    Action(
        "view.settings", mark("Settings"), "view", shortcut="Ctrl+,", icon="settings", is_apart=True
    ),
    Action(
        "phone.note",
        mark("Phone note…"),
        "go",
        shortcut="F12",
        icon="phone",
        tip=mark("Take a call down: who, what about, for whom"),
    ),
    Action(
        "own.open",
        mark("Self-service…"),
        "go",
        shortcut="Ctrl+Shift+F12",
        icon="user-circle",
        tip=mark("A person sees his or her own data, leave, hours and payslips, with a PIN"),
    ),
    Action("go.palette", mark("Find anything…"), "go", shortcut="Ctrl+K", icon="command"),
    Action("go.next", mark("Next tab"), "go", shortcut="Ctrl+PgDown", is_apart=True),
    Action("go.previous", mark("Previous tab"), "go", shortcut="Ctrl+PgUp"),
    Action("go.back", mark("Back"), "go", shortcut="Alt+Left", icon="arrow-left"),
    Action("go.forward", mark("Forward"), "go", shortcut="Alt+Right", icon="arrow-right"),
    Action(
        "company.save",
        mark("Keep changes"),
        "record",
        "company",
        shortcut="Ctrl+Return",
        icon="check",
    ),
    Action("company.logo", mark("Choose logo…"), "record", "company", icon="photo"),
    Action("company.no-logo", mark("Remove logo"), "record", "company", icon="eraser"),
    Action(
        "company.layout",
        mark("Design our papers…"),
        "record",
        "company",
        icon="palette",
        tip=mark("Logo, colours, columns and texts of invoices and what belongs to them"),
    ),
    Action(
        "company.verify", mark("Verify the audit trail"), "record", "company", icon="shield-check"
    ),
    MOVE,
    *BACKUPS,
    *USERS,
    *APPROVALS,
    *HEALTH,
    *LOG,
    Action("help.manual", mark("Manual"), "help", shortcut="F1", icon="book-2"),
    Action("help.keys", mark("Shortcuts"), "help", shortcut="Ctrl+/", icon="keyboard"),
    Action("help.notes", mark("Latest messages"), "help", icon="history", is_apart=True),
    Action("help.report", mark("Write a report…"), "help", icon="bug"),
    Action("help.about", mark("About Backdesk"), "help", icon="info-circle", is_apart=True),
)

"""What can be done with invoices; issuing has no single letter, as it cannot be taken back."""

_CONTACTS = ("record", "contacts")

CONTACTS: tuple[Action, ...] = (
    Action(
        "contact.new",
        mark("New contact"),
        *_CONTACTS,
        shortcut="Ctrl+N",
        icon="user-plus",
        letter="n",
    ),
    Action("contact.open", mark("Open"), *_CONTACTS, icon="pencil", letter="o"),
    Action(
        "contact.mail",
        mark("Write a mail"),
        *_CONTACTS,
        shortcut="Ctrl+Shift+M",
        icon="at",
        letter="m",
    ),
    Action(
        "contact.vies",
        mark("Answer of VIES…"),
        *_CONTACTS,
        shortcut="Ctrl+Alt+V",
        icon="world-check",
        letter="v",
        tip=mark("Write down what VIES said about the VAT number, as a proof for 0 % sales"),
    ),
    Action("contact.save", mark("Save contact"), *_CONTACTS, shortcut="Ctrl+S", icon="check"),
    Action(
        "contact.import",
        mark("Import contacts…"),
        *_CONTACTS,
        shortcut="Ctrl+Shift+I",
        icon="table-import",
        letter="i",
    ),
    Action(
        "contact.export",
        mark("Export the list…"),
        *_CONTACTS,
        shortcut="Ctrl+Shift+E",
        icon="file-export",
        letter="e",
    ),
    Action(
        "contact.put-away",
        mark("Put away"),
        *_CONTACTS,
        icon="archive",
        letter="x",
        tip=mark("Take out of lists and pickers; it can be taken back"),
    ),
    Action("contact.take-back", mark("Take back"), *_CONTACTS, icon="restore", letter="b"),
    *PERSONAL,
)

_PRODUCTS = ("record", "products")

PRODUCTS: tuple[Action, ...] = (
    Action(
        "product.new",
        mark("New product"),
        *_PRODUCTS,
        shortcut="Ctrl+N",
        icon="plus",
        letter="n",
    ),
    Action("product.open", mark("Open"), *_PRODUCTS, icon="pencil", letter="o"),
    Action("product.save", mark("Save product"), *_PRODUCTS, shortcut="Ctrl+S", icon="check"),
    Action(
        "product.import",
        mark("Import products…"),
        *_PRODUCTS,
        shortcut="Ctrl+Shift+I",
        icon="table-import",
        letter="i",
    ),
    Action(
        "product.export",
        mark("Export the list…"),
        *_PRODUCTS,
        shortcut="Ctrl+Shift+E",
        icon="file-export",
        letter="e",
    ),
    Action(
        "product.put-away",
        mark("Put away"),
        *_PRODUCTS,
        icon="archive",
        letter="x",
        tip=mark("Take out of lists and pickers; it can be taken back"),
    ),
    Action(
        "product.stock",
        mark("Kept in stock…"),
        *_PRODUCTS,
        shortcut="Ctrl+Shift+S",
        icon="packages",
        letter="s",
        tip=mark("How it is told apart, valued and ordered again, and what the border asks"),
    ),
    Action(
        "product.labels",
        mark("Labels of the product"),
        *_PRODUCTS,
        shortcut="Ctrl+Shift+L",
        icon="barcode",
        letter="l",
        tip=mark("With its GTIN or our code, on sheets or for a label printer"),
    ),
    Action("product.take-back", mark("Take back"), *_PRODUCTS, icon="restore", letter="b"),
)

_BOOKS = ("record", "accounting")

BOOKS: tuple[Action, ...] = (
    Action("books.accounts", mark("Accounts"), *_BOOKS, shortcut="Alt+1", icon="list-details"),
    Action("books.journal", mark("Journal"), *_BOOKS, shortcut="Alt+2", icon="book"),
    Action("books.trial", mark("Trial balance"), *_BOOKS, shortcut="Alt+3", icon="scale"),
    Action("books.vat", mark("VAT codes"), *_BOOKS, shortcut="Alt+4", icon="percentage"),
    Action("books.rates", mark("Exchange rates"), *_BOOKS, shortcut="Alt+9", icon="transfer"),
    Action("rate.new", mark("New exchange rate…"), *_BOOKS, icon="plus"),
    Action("rate.take", mark("Take in exchange rates…"), *_BOOKS, icon="file-import"),
    Action("rate.remove", mark("Remove the exchange rate"), *_BOOKS, icon="trash"),
    Action("books.paper", mark("As it prints"), *_BOOKS, "Ctrl+P", icon="printer"),
    Action("entry.new", mark("New entry"), *_BOOKS, shortcut="Ctrl+N", icon="plus", letter="n"),
    Action(
        "entry.post",
        mark("Post"),
        *_BOOKS,
        shortcut="Ctrl+Return",
        also="Ctrl+Enter",
        icon="check",
        tip=mark("Give it its number and book it; it never changes afterwards"),
    ),
    Action("entry.balance", mark("Fill in the difference"), *_BOOKS, "F4", icon="scale"),
    Action("entry.copy", mark("Copy as new"), *_BOOKS, "Ctrl+Shift+N", icon="copy", letter="c"),
    Action(
        "entry.reverse",
        mark("Reverse…"),
        *_BOOKS,
        icon="arrow-back-up",
        tip=mark("Post the opposite; the entry itself stays"),
    ),
    Action("entry.attach", mark("Attach a document…"), *_BOOKS, icon="paperclip"),
    Action("account.new", mark("New account"), *_BOOKS, shortcut="Ctrl+Shift+A", icon="plus"),
    Action("account.edit", mark("Edit account"), *_BOOKS, shortcut="F2", icon="pencil", letter="e"),
    Action("account.save", mark("Save account"), *_BOOKS, icon="check"),
    Action(
        "account.close",
        mark("Close account"),
        *_BOOKS,
        icon="lock",
        letter="x",
        tip=mark("Nothing more can be posted to it; it can be opened again"),
    ),
    Action("account.open", mark("Open account again"), *_BOOKS, icon="lock-open", letter="b"),
    Action("account.remove", mark("Remove account"), *_BOOKS, icon="trash"),
    Action(
        "books.export",
        mark("Export the list…"),
        *_BOOKS,
        shortcut="Ctrl+Shift+E",
        icon="file-export",
    ),
    Action("ledger.before", mark("Period before"), *_BOOKS, "Alt+PgUp", icon="chevron-left"),
    Action("ledger.after", mark("Period after"), *_BOOKS, "Alt+PgDown", icon="chevron-right"),
    Action("entry.voucher", mark("Go to the voucher"), *_BOOKS, "Ctrl+J", icon="external-link"),
    Action("entry.print", mark("Print the document…"), *_BOOKS, "Ctrl+Shift+P", icon="printer"),
    Action("entry.save", mark("Save PDF as…"), *_BOOKS, "Ctrl+S", icon="download"),
)


PEOPLE = (*EMPLOYEES, *LEAVE, *HOURS, *EXPENSES, *PAYROLL, *RECRUITING)


def with_modules(modules: tuple[Module, ...]) -> tuple[Action, ...]:
    """Return the table with one "go to" line for each module."""
    ways = tuple(
        Action(
            f"go.{module.name}",
            module.title,
            "go",
            shortcut=module.shortcut,
            icon=module.icon,
            is_apart=module is modules[0],
        )
        for module in modules
    )
    return (
        ACTIONS
        + INVOICES
        + CONTACTS
        + PRODUCTS
        + BOOKS
        + ARCHIVE
        + GOODS
        + PEOPLE
        + COUNTS
        + LETTERS
        + MAILINGS
        + PAYMENTS
        + QUOTES
        + ORDERS
        + TAXES
        + BILLABLES
        + DELIVERIES
        + LAYOUTS
        + REMINDERS
        + PLANS
        + MAILS
        + POST
        + WRITER
        + ways
    )
