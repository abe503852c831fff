"""The commands that care for the office itself by name, in words."""

from __future__ import annotations

from app.lang.texts import mark

COMPANY = {
    "clock.went_back": mark("The clock of the computer went back"),
    "admin.change_company": mark("Change the company's data"),
    "admin.change_logo": mark("Change the company's logo"),
    "admin.put_back": mark("Undo a change of the company's data"),
    "admin.set_up": mark("Set the company up"),
    "health_rounds.check_now": mark("Check the company"),
    "health_rounds.check_some": mark("Go on with the weekly check"),
    "health_rounds.found": mark("Find something, or nothing any more, in a check"),
    "stationery.change": mark("Change the stationery"),
    "stationery.put": mark("Keep another file of the stationery"),
}

OFFICE = {
    "carrying.carry_out": mark("Write data out of the company"),
    "drafts.drop": mark("Forget what a form held"),
    "drafts.keep": mark("Keep what a form holds"),
    "imports.run": mark("Take in a table"),
    "imports.take_back": mark("Take an import back"),
    "moving.clean": mark("Leave out characters that a server does not keep"),
    "moving.move": mark("Move the company"),
    "moving.take_back": mark("Work again in a company that was moved"),
    "taking_back.take_back": mark("Take in an exported archive"),
}

BACKUPS = {
    "anchors.close_day": mark("Close a day"),
    "backups.arrange": mark("Change places and times of backups"),
    "backups.back_up": mark("Make a backup"),
    "backups.back_up_due": mark("Make the backups that are due"),
    "backups.practise": mark("Restore a backup for practice"),
    "backups.practise_due": mark("Restore a backup for practice when due"),
    "from_backups.restore_beside": mark("Make a company of a backup"),
    "restoring.prepare": mark("Prepare to restore a backup"),
    "restoring.prepare_back": mark("Prepare to take a restore back"),
    "restoring.restored": mark("Restore a backup"),
}

USERS = {
    "remembering.remember": mark("Remember a user on a computer"),
    "remembering.forget": mark("Forget a user on a computer"),
    "founding.begin": mark("Begin with users"),
    "founding.recover": mark("Come back in with the recovery code"),
    "founding.renew_keys": mark("Make new keys for the files"),
    "approvals.approve": mark("Approve a request"),
    "approvals.refuse": mark("Refuse a request"),
    "approvals.withdraw": mark("Withdraw a request"),
    "second_pairs.write": mark("Change what a second pair of eyes is asked for"),
    "roles.add": mark("Add a role"),
    "roles.change": mark("Change a role"),
    "saved_views.drop": mark("Forget a view of a list"),
    "saved_views.keep": mark("Keep a view of a list"),
    "saved_views.take_over": mark("Take over views of lists from an older version"),
    "drafts.drop_of": mark("Forget the drafts of who left"),
    "users.change": mark("Change a user"),
    "users.change_password": mark("Change one's own password"),
    "users.let_in": mark("Give a user another password"),
    "users.make": mark("Add a user"),
    "users.renew_code": mark("Make a new recovery code"),
    "users.shut_out": mark("Shut a user out"),
}

PRIVACY = {
    "erasing.complete": mark("Forget the last of an erased person"),
    "erasing.erase": mark("Erase a person"),
    "ending_erasures.destroy_files": mark("Destroy what was left of an erased person"),
    "erasing_again.again": mark("Erase a person again after a restore"),
    "erasing_people.complete": mark("Forget the last of an erased employee"),
    "erasing_people.erase": mark("Erase what need not be kept of an employee"),
    "person_copies.contact": mark("Copy the personal data of a contact"),
    "person_copies.employee": mark("Copy the personal data of an employee"),
}
