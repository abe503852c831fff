"""What a second pair of eyes may be asked for by the name of the service function.

Everything else that needs one is seen by what becomes of a record (effects.py), or says it itself.
No values are loaded here: the office looks at this before the first paint.
"""

from __future__ import annotations

GUARDED: dict[str, tuple[str, str]] = {
    "applicants.forget": ("delete", "applicant"),
    "erasing.complete": ("delete", "contact"),
    "erasing.erase": ("delete", "contact"),
    "erasing_people.complete": ("delete", "employee"),
    "erasing_people.erase": ("delete", "employee"),
    "imports.take_back": ("delete", "import"),
    "order_intake.take_back": ("delete", "import"),
    "entries.reverse": ("cancel", "entry"),
    "payments.write_off": ("cancel", "invoice"),
    "payroll.correct": ("cancel", "payroll-run"),
    "stock_moves.reverse": ("cancel", "stock_move"),
    "users.make": ("roles", "user"),
    "users.change": ("roles", "user"),
    "users.let_in": ("roles", "user"),
    "users.shut_out": ("roles", "user"),
    "users.renew_code": ("roles", "user"),
    "roles.add": ("roles", "role"),
    "roles.change": ("roles", "role"),
    "restoring.prepare": ("restore", "backup"),
    "restoring.prepare_back": ("restore", "backup"),
    "contractors.export_nec": ("private-export", "contractors"),
    "pay_files.bank_file": ("private-export", "payroll-run"),
    "pay_files.file": ("private-export", "payroll-run"),
    "pay_reports.report_file": ("private-export", "payroll-run"),
    "person_copies.contact": ("private-export", "contact"),
    "person_copies.employee": ("private-export", "employee"),
    "handing_out.hand_out": ("private-export", "document"),
    "people_exports.people": ("private-export", "employees"),
    "withholding.export_tax_list": ("private-export", "withholding"),
}
"""Which pair is asked for, and the kind of record that the first argument is the id of."""

SECRETS = frozenset({"password", "former", "pin"})
"""Arguments that are never kept: who approves gives them."""
