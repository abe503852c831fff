"""The commands of expenses and payroll by name, in words."""

from __future__ import annotations

from app.lang.texts import mark

EXPENSES = {
    "expense_limits.change": mark("Change a limit of expenses"),
    "expense_limits.write": mark("Write a limit of expenses"),
    "expenses.approve": mark("Approve an expense claim"),
    "expenses.draft": mark("Draft an expense claim"),
    "expenses.pay": mark("Pay expense claims"),
    "expenses.post": mark("Post an expense claim"),
    "expenses.redraft": mark("Mend a rejected expense claim"),
    "expenses.reject": mark("Reject an expense claim"),
    "expenses.remove": mark("Remove an expense draft"),
    "expenses.save": mark("Change an expense draft"),
    "expenses.submit": mark("Hand an expense claim in"),
}

PAYROLL = {
    "loans.lend": mark("Lend to a person"),
    "loans.pay_back": mark("Note that a person paid a loan back"),
    "pay_components.add": mark("Add a pay component"),
    "pay_components.end": mark("End a pay component"),
    "pay_components.set_rate": mark("Set a figure of pay"),
    "pay_files.file": mark("File what the bank is asked to pay"),
    "pay_items.add": mark("Write a pay item of a person"),
    "pay_items.save": mark("Change a pay item of a person"),
    "pay_items.set_card": mark("Write a tax card"),
    "pay_items.show": mark("Show what a person is paid by"),
    "payroll.approve": mark("Approve a payroll run"),
    "payroll.begin": mark("Begin a payroll run"),
    "payroll.calculate": mark("Calculate a payroll run"),
    "payroll.correct": mark("Begin a correcting payroll run"),
    "payroll.discard": mark("Discard a payroll run"),
    "payroll.pay": mark("Note that a payroll run was paid"),
    "payroll.post": mark("Post a payroll run"),
    "payroll.report": mark("Note that a payroll run was reported"),
    "payslip_mails.write": mark("Write the mail of a payslip"),
    "payslips.file": mark("File payslips"),
    "payslips.note_showing": mark("Show a payslip to its person"),
    "payslips.show": mark("Look at payslips"),
}
