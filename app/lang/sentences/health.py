"""Sentences about the health of an office: what a check found, and what is to be done about it."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.sentences.storage import FROM_BACKUP
from app.lang.texts import mark

SENTENCES = {
    "health.page": Parts(
        mark("A part of the file {file} is damaged."),
        mark("The disk gives back something else than was written: {reason}."),
        FROM_BACKUP,
    ),
    "health.structure": Parts(
        mark("The file {file} is not in order."),
        mark("The check says: {reason}."),
        FROM_BACKUP,
    ),
    "health.reference": Parts(
        mark("A record in {table} refers to one that is not there."),
        mark("Record {row} names a {parent} that is missing."),
        FROM_BACKUP,
    ),
    "health.conflict": Parts(
        mark("There is a second copy of a file of the company: {file}."),
        mark("A cloud service leaves it when two computers write the same file."),
        mark("Keep the company out of cloud folders, and compare it with its latest backup."),
    ),
    "health.set-back": Parts(
        mark("The last work is missing: the record of changes ends before entry {row}."),
        mark("A file of the company was deleted, or an older one was put in its place."),
        mark("Write nothing here yet. Put the newer files back, or restore the latest backup."),
    ),
    "health.chain": Parts(
        mark("The record of changes was altered at entry {row}."),
        mark("Its proof does not follow from the entry before it."),
        mark("Compare the company with its latest backup."),
    ),
    "health.altered": Parts(
        mark("“{name}” is not what was issued, booked or filed."),
        mark("It is missing, or differs from entry {row} of the record of changes."),
        FROM_BACKUP,
    ),
    "health.guard": Parts(
        mark("The database does not protect {table} any more."),
        mark("Another program took away the rule that nothing there may be changed."),
        FROM_BACKUP,
    ),
    "health.gap": Parts(
        mark("Numbers are missing in series {kind} {year}: {first} to {last}."),
        mark("They were counted, but their record is not there."),
        mark("Compare the company with its latest backup."),
    ),
    "health.open-item": Parts(
        mark("What is open of {number} does not agree with what settled it."),
        mark("The list of open items may be wrong for this document."),
        mark("Restore a backup, and send a report from the Help menu."),
    ),
    "health.credit": Parts(
        mark("What is left of the payment {number} does not agree with what it settled."),
        mark("The customer's credit may be wrong."),
        mark("Restore a backup, and send a report from the Help menu."),
    ),
    "health.stock": Parts(
        mark("The stock of {product} does not agree with its moves ({what})."),
        mark("What lies there, or its value, may be shown wrong."),
        mark("Restore a backup, and send a report from the Help menu."),
    ),
    "health.balance": Parts(
        mark("A balance in {month} is not the sum of its postings."),
        mark("It is kept to make reports fast, in {currency}; the postings themselves are right."),
        mark("Have the balances made anew."),
    ),
    "health.count": Parts(
        mark("The archive counts its documents wrongly."),
        mark("The counts are kept to show its places fast; the documents themselves are right."),
        mark("Choose “Read and index again…” in the archive: it counts them anew."),
    ),
    "health.document": Parts(
        mark("The document {name} is not what was filed."),
        mark("Its bytes are missing or were changed."),
        FROM_BACKUP,
    ),
    "health.piece": Parts(
        mark("The document {name} cannot be read whole."),
        mark("Its part {piece} of {pieces} is broken on the disk."),
        FROM_BACKUP,
    ),
    "health.left-over": Parts(
        mark("The document {name} was certified as destroyed, but its bytes are still there."),
        "",
        mark("Open the company in a window: what was begun is finished then."),
    ),
    "health.orphan": Parts(
        mark("Files lie in the archive that no record refers to: {count}."),
        mark("They were left by work that ended early; nothing of the company is missing."),
        mark("Open the company in a window and leave it open for a while: they are swept away."),
    ),
    "health.identifier": Parts(
        mark("A contact has a number that does not check ({scheme})."),
        mark("A digit was mistyped, or it came in wrong with an import."),
        mark("Open the contact and compare the number with a letter of theirs."),
    ),
    "health.account": Parts(
        mark("A contact has an account number that does not check."),
        mark("No bank pays to it."),
        mark("Open the contact and compare the number with an invoice of theirs."),
    ),
    "health.invoice-reference": Parts(
        mark("The reference of invoice {number} does not check."),
        mark("A bank may refuse the payment."),
        mark("Tell the customer to pay with the invoice number as message."),
    ),
    "health.identity": Parts(
        mark("A person has an identity or account number that does not check."),
        mark("A digit was mistyped, or it came in wrong with an import."),
        mark("Open the employee and compare the numbers with the papers."),
    ),
    "health.sound": Parts(
        mark("In order."),
        "",
        "",
    ),
    "health.unchecked": Parts(
        mark("Not looked at yet."),
        mark("It is read by itself while the company is open."),
        mark("Check now, or wait."),
    ),
    "health.disk-low": Parts(
        mark("Only {free} MB are free on the disk of the company."),
        mark("When it is full, nothing can be saved any more."),
        mark("Make room on the disk, or move the company to another one."),
    ),
    "health.backup-never": Parts(
        mark("There is no backup yet."),
        mark("A broken disk would take everything with it."),
        mark("Back up now."),
    ),
    "health.backup-late": Parts(
        mark("The last backup is too old."),
        mark("What was done since then would be lost with the disk."),
        mark("Back up now."),
    ),
    "health.backup-failed": Parts(
        mark("The last backup to one place failed."),
        mark("Perhaps a stick is not in, or a drive is off."),
        mark("Back up now, or choose other places."),
    ),
    "health.backup-elsewhere": Parts(
        mark("The company lies on a server."),
        mark("It is backed up there, and not by this program."),
        mark("Ask whoever keeps the server when it was backed up last."),
    ),
    "health.drill-never": Parts(
        mark("No backup was restored for practice yet."),
        mark("A backup is proved by restoring it."),
        mark("Restore one for practice."),
    ),
    "health.drill-failed": Parts(
        mark("The last restore for practice failed."),
        mark("The backup is damaged, or it could not be read."),
        mark("Look at the backups, and make a new one."),
    ),
    "health.anchor-never": Parts(
        mark("No day was closed yet."),
        "",
        mark("The day is closed by itself when the company is opened the day after."),
    ),
    "health.anchored": Parts(
        mark("The last closed day ends with entry {anchor}."),
        "",
        "",
    ),
    "health.mails-stuck": Parts(
        mark("Mails that did not go out: {count}."),
        mark("The server refused them, or the line broke."),
        mark("Open them, and send them again."),
    ),
    "health.mails-wait": Parts(
        mark("Mails wait for longer than a day: {count}."),
        mark("Perhaps the line is down, or a password is asked for."),
        mark("Open the queue of mails."),
    ),
    "health.jobs-failed": Parts(
        mark("Work that could not be done: {count}."),
        mark("Stacks were not split, or documents cannot be found by their words."),
        mark("Open what is to be done in the archive."),
    ),
    "health.texts-unread": Parts(
        mark("Documents whose text could not be read: {count}."),
        mark("They cannot be found by their words."),
        mark("Open what is to be done in the archive."),
    ),
    "health.rights-kept": Parts(
        mark("Whatever is asked, the server gives a role only what it may see."),
        "",
        "",
    ),
    "health.rights-unmade": Parts(
        mark("The server itself hides nothing from a role; Backdesk does."),
        mark("The account {account} may not make roles."),
        mark("The server's keeper runs {statement}."),
    ),
    "health.rows-open": Parts(
        mark("The server itself keeps no rows behind a wall."),
        mark("The tables belong to {owner}, not to {account}."),
        mark("The server's keeper runs {statement}; then open the company again."),
    ),
    "health.erased-due": Parts(
        mark("Erased persons of whom nothing has to be kept any more: {count}."),
        mark("Their names still stand in papers that the law asked for."),
        mark("Erase what is left of them."),
    ),
}
