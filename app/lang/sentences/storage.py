"""Sentences about the company's folder: its files, its disk, its password, who has it open.

A code may be told in several ways: ``code:reason`` stands where its facts name a reason.
"""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

FROM_BACKUP = mark("Restore the company from its latest backup.")
AGAIN = mark("Try again in a moment.")
OPEN_ELSEWHERE = mark("{name} has the company open at {machine} since {since}.")

SENTENCES = {
    "keys.password-needed": Parts(
        mark("This company opens with a password."),
        "",
        mark("Enter the password."),
    ),
    "keys.wrong-password": Parts(
        mark("The password does not open this company."),
        mark("Capital and small letters are not the same in a password."),
        mark("Check the keyboard and enter the password again."),
    ),
    "keys.missing": Parts(
        mark("The file keys.json is missing from the company's folder."),
        mark("Without it the other files cannot be read."),
        mark("Put it back into {place}, or restore the company from a backup."),
    ),
    "keys.broken": Parts(
        mark("The file keys.json of the company cannot be read."),
        mark("It is damaged or belongs to another program."),
        FROM_BACKUP,
    ),
    "passing.no-room": Parts(
        mark("The file for the printer cannot be put down on this machine: {reason}."),
        "",
        mark("Save the letters as one file and print that."),
    ),
    "place.exists": Parts(
        mark("Something lies there already: {place}."),
        mark("A company is never written over anything."),
        mark("Choose another name or another folder."),
    ),
    "place.unsafe": Parts(
        mark("A company cannot be kept in {place}."),
        mark("That folder is shared or copied by others, which damages an open company."),
        mark("Choose a folder on this computer's own disk."),
    ),
    "place.unsafe:network": Parts(
        mark("A company cannot be kept in {place}."),
        mark("That is a network drive; two computers would damage the books."),
        mark("Choose a folder on this computer's own disk."),
    ),
    "place.unsafe:cloud": Parts(
        mark("A company cannot be kept in {place}."),
        mark("{service} copies that folder while it is written, and would damage the books."),
        mark("Choose a folder on this computer's own disk, and put only backups there."),
    ),
    "place.not-an-office": Parts(
        mark("This is not a company of Backdesk."),
        mark("The folder does not hold the files of one."),
        mark("Choose the folder itself in which a company lies; office.db is in it."),
    ),
    "place.newer": Parts(
        mark("This company was written by a newer Backdesk."),
        mark("This version does not know its tables and would damage them."),
        mark("Install the newest version and open it again."),
    ),
    "place.in-use": Parts(
        OPEN_ELSEWHERE,
        mark("Only one at a time can write."),
        mark("Close it there and try again."),
    ),
    "place.in-use:desks": Parts(
        mark("Other programs that have the company open at the server: {count} ({names})."),
        mark("This can only be done while nobody else works in it."),
        mark("Close it there and try again."),
    ),
    "place.unfinished": Parts(
        mark("This company was never finished: {place}."),
        mark("The computer stopped while it was being made; there is nothing in it."),
        mark("Delete the folder and create the company again."),
    ),
    "place.incomplete": Parts(
        mark("The file {file} of the company is missing or too short."),
        mark("It was probably not copied as a whole."),
        mark("Copy the whole folder again, or restore the company from a backup."),
    ),
    "storage.disk-full": Parts(
        mark("The disk is full."),
        mark("Nothing more can be written; everything saved before can be read."),
        mark("Make room on the disk and try again."),
    ),
    "storage.disk-failed": Parts(
        mark("The disk does not answer as it should."),
        mark("It was removed, it is broken, or access to it is denied."),
        mark("Check the disk; if it is failing, copy the company's folder to another one."),
    ),
    "storage.busy": Parts(
        mark("Somebody else is writing just now."),
        mark("We waited, but it took too long."),
        AGAIN,
    ),
    "storage.forbidden": Parts(
        mark("This is closed to your role."),
        mark("The database itself keeps it from who may not read or change it."),
        mark("Ask the owner for the right, or tell the maker what you did."),
    ),
    "storage.overtaken": Parts(
        mark("This question was broken off."),
        mark("Another one was asked before it was answered."),
        "",
    ),
    "storage.damaged": Parts(
        mark("A file of the company is damaged."),
        mark("A part of it was changed from outside, or the disk broke it."),
        FROM_BACKUP,
    ),
    "storage.not-writable": Parts(
        mark("The company's folder cannot be written."),
        mark("Its files may be read only: {place}."),
        mark("Make the folder writable and open the company again."),
    ),
    "storage.not-writable:in-use": Parts(
        mark("The company is open for reading only."),
        OPEN_ELSEWHERE,
        mark("Close it there and open it here again."),
    ),
    "storage.not-writable:reader": Parts(
        mark("The company is open for reading only."),
        mark("It was opened that way."),
        mark("Close it and open it again to write."),
    ),
    "storage.cannot-open": Parts(
        mark("The company cannot be opened: {place}."),
        mark("The computer did not give access to its files."),
        mark("Check the folder and try again."),
    ),
    "storage.unreachable": Parts(
        mark("The database server does not answer."),
        mark("The network or the server is down."),
        mark("Check the network and try again."),
    ),
    "storage.replaced": Parts(
        mark("The company's files were moved or replaced while it was open."),
        mark("What lies on the disk now is not what was opened."),
        mark("Close the company and open it again."),
    ),
    "storage.not-saved": Parts(
        mark("That could not be saved."),
        mark("The disk failed while saving; we looked, and nothing of it was kept."),
        mark("Check the disk and do it again."),
    ),
    "storage.outcome-unknown": Parts(
        mark("It is not known whether that was saved."),
        mark("The disk failed while saving, and it cannot be read either."),
        mark("Open the company again and look before you repeat it."),
    ),
    "storage.old-driver": Parts(
        mark("The database program {version} is too old."),
        mark("Versions before {needed} can lose what was saved."),
        mark("Install Backdesk again."),
    ),
    "storage.unsafe-setting": Parts(
        mark("The database refused the setting {setting}."),
        mark("Without it a power cut could lose what was saved."),
        mark("Install Backdesk again; on a server, ask whoever minds it."),
    ),
    "place.older": Parts(
        mark("The company was written by an older version of Backdesk."),
        mark("It has to be brought up to date, and here it may only be read."),
        mark("Open it once where nobody else has it open and its folder can be written."),
    ),
    "place.being-upgraded": Parts(
        mark("Another desk is bringing the company up to date."),
        mark("It opens here by itself when that is done."),
        mark("Wait a moment."),
    ),
    "place.not-upgraded": Parts(
        mark("The company could not be brought up to date."),
        mark("Something did not come out the same, so all of it was taken back: {reason}."),
        mark("Go on with the version that you had, and write a report from the Help menu."),
    ),
    "pack.on-a-server": Parts(
        mark("A company on a server cannot be packed."),
        mark("Its data is not in a folder of this computer."),
        mark("Back it up with the tools of the server."),
    ),
    "pack.not-a-pack": Parts(
        mark("This file is not a packed company of Backdesk."),
        mark("It is another kind of file, or it was cut short."),
        mark("Choose a file that was made with Pack company."),
    ),
    "pack.broken": Parts(
        mark("The packed company was changed on its way."),
        mark("The file {file} in it is not what was packed; nothing was unpacked."),
        mark("Copy it again from where it was made."),
    ),
    "backup.broken-plan": Parts(
        mark("The plan of the backups cannot be read."),
        mark("The file {place} is damaged: {reason}. The backups themselves are not touched."),
        mark("Remove that file and say again where backups go."),
    ),
    "backup.not-a-backup": Parts(
        mark("This folder is not a backup of Backdesk."),
        mark("It is another kind of folder, or its copy was cut short: {reason}."),
        mark("Choose a folder whose name ends in .backdesk-backup."),
    ),
    "backup.changed": Parts(
        mark("The backup is not as it was made."),
        mark("The file {file} was changed or is missing; nothing was restored."),
        mark("Choose another backup, and make a new one today."),
    ),
    "backup.chain": Parts(
        mark("The log in the backup does not hold together."),
        mark("Entry {seq} does not follow from the one before it; nothing was restored."),
        mark("Choose another backup, and make a new one today."),
    ),
    "backup.other-keys": Parts(
        mark("The backup was made when the company had other keys."),
        mark("Users were made or their keys renewed since, and the backup opens as it did then."),
        mark("Make a company of its own of it: backdesk restore, with the password of that time."),
    ),
    "backup.no-place-there": Parts(
        mark("The place of the backups cannot be reached."),
        mark("There is no folder {place}: perhaps a stick is not in, or a drive is off."),
        mark("Put it in and back up again, or choose another place."),
    ),
    "backup.nothing-to-undo": Parts(
        mark("There is no restore to take back."),
        mark("The company as it was before does not lie at {place} any more."),
        mark("Restore it from a backup."),
    ),
    "backup.not-safe": Parts(
        mark("The company was not restored."),
        mark("It could not be backed up as it is now, so nothing was put in its place."),
        mark("Make room or choose another place for backups, and restore again."),
    ),
    "backup.others-turn": Parts(
        mark("Another desk makes a backup of the company just now."),
        mark("One desk at a time backs up and practises, so that no two write one place."),
        mark("Wait until it is done, and begin again."),
    ),
    "backup.no-place": Parts(
        mark("A place of the backups has no folder."),
        "",
        mark("Choose a folder, or remove the line."),
    ),
    "backup.part-of-place": Parts(
        mark("{place} names only a part of a place for backups."),
        mark("Where it begins depends on how the program was started."),
        mark("Choose the folder, or write it from the drive or from / on."),
    ),
    "backup.too-few": Parts(
        mark("This must be {least} or more."),
        "",
        mark("Enter a larger number."),
    ),
    "backup.too-many": Parts(
        mark("This must be {most} or less."),
        "",
        mark("Enter a smaller number."),
    ),
    "office.read-only": Parts(
        mark("The company is open for reading only."),
        mark("Somebody else has it open, or its folder cannot be written."),
        mark("Close it there, or make the folder writable, and open the company again."),
    ),
    "office.read-only:in-use": Parts(
        mark("The company is open for reading only."),
        OPEN_ELSEWHERE,
        mark("Close it there and open it here again."),
    ),
    "office.read-only:not-writable": Parts(
        mark("The company is open for reading only."),
        mark("Its folder cannot be written: {place}."),
        mark("Make the folder writable and open the company again."),
    ),
    "office.read-only:reader": Parts(
        mark("The company is open for reading only."),
        mark("It was opened that way."),
        mark("Close it and open it again to write."),
    ),
    "office.read-only:was-full": Parts(
        mark("The company is open for reading only."),
        mark("The disk was full when it was opened."),
        mark("Make room on the disk, then close the company and open it again."),
    ),
    "office.read-only:disk-full": Parts(
        mark("The company is open for reading only."),
        mark("The disk is full; everything saved before can be read."),
        mark("Make room on the disk; writing goes on by itself then."),
    ),
}
