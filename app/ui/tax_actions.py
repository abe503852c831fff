"""What can be done with taxes, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_BOOKS = ("record", "accounting")

TAXES: tuple[Action, ...] = (
    Action(
        "invoice.abbreviated",
        mark("New abbreviated tax invoice"),
        "record",
        "invoices",
        icon="receipt-2",
        tip=mark("In Thailand: without a buyer, at prices that include VAT, as retailers may"),
    ),
    Action(
        "books.tax-codes",
        mark("Own tax codes…"),
        *_BOOKS,
        shortcut="Alt+5",
        icon="percentage",
        tip=mark("Write the taxes of places to which you deliver, and customers who are exempt"),
    ),
    Action(
        "books.sales-tax",
        mark("Sales tax by authority"),
        *_BOOKS,
        shortcut="Alt+6",
        icon="report-money",
        tip=mark("What was sold and collected for each authority in some days"),
    ),
    Action(
        "books.certificates",
        mark("Tax withheld"),
        *_BOOKS,
        shortcut="Alt+7",
        icon="file-certificate",
        tip=mark("Certificates of tax withheld, ours and those of customers"),
    ),
    Action(
        "books.tax-list",
        mark("List of a month"),
        *_BOOKS,
        shortcut="Alt+8",
        icon="list-numbers",
        tip=mark("P.N.D. 1, 3 or 53: the payments of a month and the tax withheld of them"),
    ),
    Action(
        "books.contractors",
        mark("Contractors"),
        *_BOOKS,
        shortcut="Alt+0",
        icon="users",
        tip=mark("In the United States: what contractors were paid"),
    ),
    Action(
        "books.nec-list",
        mark("Contractors of a year"),
        *_BOOKS,
        icon="list-details",
        tip=mark("In the United States: who was paid how much, and who gets Form 1099-NEC"),
    ),
    Action("tax.put-away", mark("Put away"), *_BOOKS, icon="archive"),
    Action(
        "certificate.void",
        mark("Void the certificate…"),
        *_BOOKS,
        icon="circle-x",
        tip=mark("Its number and its paper stay, and no list has it any more"),
    ),
)
