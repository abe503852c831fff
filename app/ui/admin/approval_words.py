"""What needs a second pair of eyes, and what became of it, in words."""

from __future__ import annotations

from datetime import datetime

from app.domain.admin.users import Approval, Decision, SecondPair
from app.lang.command_words import command_text
from app.lang.texts import mark, say_in
from app.services.approvals import ApprovalRow, SeenApproval
from app.ui.kit.file_words import size_text
from app.ui.kit.texts import _, formats, language

WHATS = {
    SecondPair.DELETE: mark("Delete or put away"),
    SecondPair.CANCEL: mark("Cancel or reverse"),
    SecondPair.BANK_DETAILS: mark("Change of bank details"),
    SecondPair.ROLES: mark("Users and roles"),
    SecondPair.PRIVATE_EXPORT: mark("Export of private data"),
    SecondPair.RESTORE: mark("Restore of a backup"),
    SecondPair.AMOUNT: mark("High amount"),
}
TOLD = {
    SecondPair.DELETE: mark("Contacts, products, accounts, documents, notes and work to be billed"),
    SecondPair.CANCEL: mark("Credit notes, reversals, voided letters, cancelled orders"),
    SecondPair.BANK_DETAILS: mark("Accounts of contacts, of the company and of employees"),
    SecondPair.ROLES: mark("Making and changing users, roles and what they may"),
    SecondPair.PRIVATE_EXPORT: mark("Bank files of pay, lists of people, reports to authorities"),
    SecondPair.RESTORE: mark("The company as it was in a backup"),
    SecondPair.AMOUNT: mark("Above the limit of a user, and for everybody from an amount on"),
}
DECISIONS = {
    Decision.WAITING: mark("Waits"),
    Decision.APPROVED: mark("Approved"),
    Decision.REFUSED: mark("Refused"),
    Decision.WITHDRAWN: mark("Withdrawn"),
}
FIELDS = {"accounts": mark("Bank account")}
KINDS = {
    "account": mark("Account"),
    "allocation": mark("Settlement"),
    "applicant": mark("Applicant"),
    "backup": mark("Backup"),
    "billable": mark("Work to be billed"),
    "company": mark("Company"),
    "contact": mark("Contact"),
    "contractors": mark("Contractors"),
    "delivery": mark("Delivery"),
    "disposal": mark("List of documents to destroy"),
    "disposal_rules": mark("Rules of destroying"),
    "document": mark("Document"),
    "employee": mark("Employee"),
    "employees": mark("Employees"),
    "entry": mark("Journal entry"),
    "expense-claim": mark("Expense claim"),
    "import": mark("Import"),
    "invoice": mark("Invoice"),
    "letter-out": mark("Letter"),
    "note": mark("Note"),
    "order": mark("Order"),
    "payment": mark("Payment"),
    "payroll-run": mark("Payroll run"),
    "product": mark("Product"),
    "role": mark("Role"),
    "second_pair": mark("What needs a second person"),
    "stock_move": mark("Move of goods"),
    "user": mark("User"),
    "withholding": mark("Withholding tax"),
    "withholding_certificate": mark("Withholding certificate"),
}
"""By the kind of record that a request is about."""


def request_text(row: ApprovalRow) -> str:
    """Return what was asked for, and why it needs a second person."""
    one = row.approval
    return f"{_(WHATS[one.what])} · {command_text(one.command, say_in(language()))}"


def record_text(row: ApprovalRow) -> str:
    """Return what a request is about: the kind of record, and its name where it may be seen."""
    kind = row.approval.record.partition(":")[0]
    named = _(KINDS[kind]) if kind in KINDS else kind
    return f"{named}: {row.name}" if row.name else named


def moment_text(at: datetime | None) -> str:
    """Return a moment in the time of this machine."""
    return formats().instant(at.astimezone()) if at is not None else ""


def standing_text(one: Approval) -> str:
    """Return what became of a request, and by whom."""
    word = _(DECISIONS[one.decision])
    return f"{word} · {one.decided_by}" if one.decided_by else word


def told_text(seen: SeenApproval) -> str:
    """Return what a second pair has to know of a request, line by line."""
    one = seen.row.approval
    lines = [_("Asked by {name}, {moment}", name=one.asked_by, moment=moment_text(one.asked_at))]
    if seen.amount is not None:
        lines.append(
            _("Amount: {amount}", amount=formats().money(seen.amount.minor, seen.amount.currency))
        )
    if seen.reason:
        lines.append(_("Reason: {reason}", reason=seen.reason))
    for file in seen.files:
        told = {"name": file.name or _("without a name"), "size": size_text(file.size)}
        lines.append(_("File: {name}, {size}", **told))
    if seen.is_hidden:
        lines.append(_("What it holds is private; you may not see it."))
    if one.decided_at is not None:
        ended = {"standing": standing_text(one), "moment": moment_text(one.decided_at)}
        lines.append(_("{standing}, {moment}", **ended))
    if one.note:
        lines.append(_("Note: {note}", note=one.note))
    return "\n".join(lines)
