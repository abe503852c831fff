"""Rights in words: ``invoices.issue`` is "Invoices: issue"."""

from __future__ import annotations

from app.lang.texts import Say, mark

AREAS = {
    "company": mark("Company"),
    "contacts": mark("Contacts"),
    "products": mark("Products"),
    "invoices": mark("Invoices"),
    "payments": mark("Payments"),
    "reminders": mark("Reminders"),
    "accounting": mark("Accounting"),
    "orders": mark("Orders"),
    "employees": mark("Employees"),
    "leave": mark("Leave"),
    "hours": mark("Hours"),
    "expenses": mark("Expenses"),
    "payroll": mark("Payroll"),
    "self": mark("Self-service"),
    "stock": mark("Stock"),
    "archive": mark("Archive"),
    "letters": mark("Letters"),
    "mail": mark("Mail"),
    "audit": mark("Audit trail"),
    "office": mark("Whole company"),
    "backups": mark("Backups"),
    "users": mark("Users"),
    "privacy": mark("Personal data"),
}
DEEDS = {
    "read": mark("see"),
    "change": mark("change"),
    "draft": mark("prepare"),
    "issue": mark("make final"),
    "record": mark("record"),
    "post": mark("book"),
    "override": mark("decide against a rule"),
    "private": mark("see what is private: pay, identity, health"),
    "request": mark("ask for"),
    "approve": mark("approve"),
    "enter": mark("enter"),
    "claim": mark("claim"),
    "pay": mark("pay"),
    "calculate": mark("calculate"),
    "open": mark("open"),
    "use": mark("use for oneself"),
    "move": mark("move goods"),
    "arrange": mark("arrange"),
    "file": mark("file"),
    "management": mark("see what is for the management"),
    "personal": mark("see what is personal"),
    "dispose": mark("destroy when due"),
    "register": mark("register"),
    "send": mark("send"),
    "export": mark("take out"),
    "import": mark("take in"),
    "make": mark("make"),
    "restore": mark("restore"),
    "verify": mark("verify"),
    "close": mark("close a day"),
    "erase": mark("erase"),
    "decide": mark("decide"),
}
ROLES = {
    "owner": mark("Owner"),
    "accounting": mark("Accounting"),
    "sales": mark("Sales and orders"),
    "personnel": mark("Personnel"),
    "correspondence": mark("Correspondence"),
    "warehouse": mark("Warehouse"),
    "auditor": mark("Auditor"),
    "backup": mark("Backups"),
}


def area_word(permission: str, say: Say) -> str:
    """Return what a right is about."""
    area = permission.partition(".")[0]
    return say(AREAS[area]) if area in AREAS else area


def deed_word(permission: str, say: Say) -> str:
    """Return what a right lets one do."""
    deed = permission.partition(".")[2]
    return say(DEEDS[deed]) if deed in DEEDS else deed


def role_word(role: str, say: Say) -> str:
    """Return what a role is called; the office's own by the name it was given."""
    return say(ROLES[role]) if role in ROLES else role
