"""The commands of payments, reminders and the books by name, in words."""

from __future__ import annotations

from app.lang.texts import mark

PAYMENTS = {
    "payments.allocate": mark("Settle documents from credit"),
    "payments.offset": mark("Settle an invoice with a credit note"),
    "payments.record": mark("Record a payment"),
    "payments.refund": mark("Pay back to a customer"),
    "payments.reverse": mark("Take a payment back"),
    "payments.undo": mark("Open what was settled again"),
    "payments.write_off": mark("Write a claim off"),
}

REMINDERS = {
    "claims.collect": mark("Hand claims over to collection"),
    "claims.dispute": mark("Note that invoices are disputed"),
    "claims.restore": mark("Put claims back as they were"),
    "claims.resume": mark("Resume reminding of invoices"),
    "claims.stop": mark("Stop reminding of invoices"),
    "claims.take_back": mark("Note that claims came back from collection"),
    "reminder_issuing.issue": mark("Issue reminders"),
    "reminder_issuing.withdraw": mark("Take a reminder back"),
    "reminder_sending.sent": mark("Note that reminders were sent"),
    "reminders.discard": mark("Discard a run of reminders"),
    "reminders.leave_out": mark("Leave customers out of a run of reminders"),
    "reminders.prepare": mark("Prepare a run of reminders"),
    "reminders.set_level": mark("Give reminders another level"),
    "reminders.take_in": mark("Take customers into a run of reminders"),
}

ACCOUNTING = {
    "accounts.add": mark("Add an account to the chart"),
    "accounts.change": mark("Change an account of the chart"),
    "accounts.close": mark("Close an account of the chart"),
    "accounts.open_again": mark("Open an account of the chart again"),
    "accounts.put_back": mark("Undo a change of an account"),
    "accounts.remove": mark("Remove an account of the chart"),
    "contractors.change": mark("Change a payment to a contractor"),
    "contractors.write": mark("Write a payment to a contractor down"),
    "entries.book": mark("Post an entry by hand"),
    "entries.post": mark("Post a written entry"),
    "entries.reverse": mark("Reverse an entry"),
    "exchange_rates.put": mark("Write an exchange rate"),
    "exchange_rates.remove": mark("Remove an exchange rate"),
    "exchange_rates.take_in": mark("Take in exchange rates"),
    "exchange_rates.take_in_file": mark("Take in exchange rates from a file"),
    "exemptions.change": mark("Change an exemption certificate"),
    "exemptions.write": mark("Add an exemption certificate"),
    "tax_codes.change": mark("Change a tax code"),
    "tax_codes.write": mark("Add a tax code"),
    "withholding.issue": mark("Issue a withholding certificate"),
    "withholding.void": mark("Void a withholding certificate"),
}
