"""Every command leaves a row of the audit, by itself or by a deed it notes; or says why not."""

from __future__ import annotations

from app.lang.command_words import COMMANDS
from app.services.door import doorways

FETCHED = "mail_keeping.keep"
NOTED = {
    "backups.back_up_due": "backups.back_up",
    "backups.practise_due": "backups.practise",
    "chores.some": "sealing.seal_some",
    "erasing_again.again": "erasing_again.again",
    "health_rounds.check_now": "health_rounds.found",
    "health_rounds.check_some": "health_rounds.found",
    "mailboxes.fetch": FETCHED,
    "mailboxes.fetch_all": FETCHED,
    "mails.take": FETCHED,
    "mails.take_messages": FETCHED,
    "payslips.note_showing": "payslips.show",
}
"""What is noted by another name than its own."""

OWN = {
    "approvals.approve",
    "backups.arrange",
    "backups.back_up",
    "backups.practise",
    "dispatching.send",
    "ending_erasures.destroy_files",
    "erasing.complete",
    "erasing.erase",
    "erasing_people.complete",
    "erasing_people.erase",
    "leave.settle",
    "mail_accounts.tell_password",
    "merge_runs.issue",
    "outbox.send_some",
    "payslips.file",
    "person_copies.contact",
    "person_copies.employee",
    "pins.enter",
    "reading.unlock",
    "recurring.run",
    "reindexing.begin",
    "remembering.forget",
    "remembering.remember",
    "reminder_issuing.issue",
    "reminder_sending.sent",
    "restoring.prepare",
    "restoring.prepare_back",
    "roles.add",
    "roles.change",
    "sealing.seal_some",
    "stacks.split_some",
    "stationery.put",
    "taking_back.take_back",
    "users.change",
    "users.change_password",
    "users.let_in",
    "users.make",
    "users.renew_code",
    "users.shut_out",
}
"""What notes itself, step by step, by its own name."""

SILENT = {
    "drafts.drop": "what somebody has typed and not saved is no record",
    "drafts.keep": "what somebody has typed and not saved is no record",
    "mail_accounts.try_out": "it connects, and neither sends nor keeps anything",
    "mail_accounts.try_written": "it connects, and neither sends nor keeps anything",
    "mails.leave_unread": "what one has read is a mark of one's own",
    "mails.look_at": "what one has read is a mark of one's own",
    "reading.read_some": "the words of a document follow from its bytes",
    "receiving.cleared": "what lies in a watched folder is no record",
    "receiving.note": "what lies in a watched folder is no record",
    "saved_views.drop": "how one looks at a list is one's own",
    "saved_views.keep": "how one looks at a list is one's own",
    "saved_views.take_over": "how one looks at a list is one's own",
    "reindexing.index_some": "the index follows from the records",
}
"""What leaves no row, and why."""


def test_every_command_leaves_a_row_or_says_why_not() -> None:
    unaudited = {one.name for one in doorways() if one.mark.is_command and not one.mark.is_audited}

    assert unaudited == {*NOTED, *OWN, *SILENT}
    assert not OWN & NOTED.keys()
    assert not SILENT.keys() & {*OWN, *NOTED}


def test_what_is_noted_has_words() -> None:
    assert {*NOTED.values(), *OWN} <= COMMANDS.keys()
