"""Sentences about documents: their states, their types, tags and fields."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

DOCUMENTS = {
    "documents.sealed": Parts(
        mark("The document {document} is sealed."),
        mark("It proves something, so it can neither be changed nor put into the trash."),
        mark("File a new document beside it and link the two."),
    ),
    "documents.locked": Parts(
        mark("{who} has taken the document {document} out to work on it."),
        mark("Two new versions at once would hide one of them."),
        mark("Wait until it is brought back, or ask {who}."),
    ),
    "documents.without-title": Parts(mark("The document has no title."), "", mark("Write one.")),
    "documents.unknown-type": Parts(
        mark("There is no such type of document."), "", mark("Choose one from the list.")
    ),
    "documents.unknown-tag": Parts(
        mark("One of the tags is not there any more."), "", mark("Choose the tags again.")
    ),
    "documents.unknown-field": Parts(
        mark("There is no field {name}."), "", mark("Add it to the archive's fields first.")
    ),
    "documents.unknown-stage": Parts(
        mark("The type of this document has no step {stage}."),
        "",
        mark("Choose one of the type's own steps."),
    ),
    "documents.unknown-correspondent": Parts(
        mark("“{name}” is no contact yet."), "", mark("Choose one from the list, or add it there.")
    ),
    "documents.bad-value": Parts(
        mark("“{value}” does not fit the field {name}."), "", mark("Check what the field holds.")
    ),
    "documents.not-positive": Parts(
        mark("Archive serial numbers begin with 1."), "", mark("Write the number on the paper.")
    ),
    "documents.not-a-step": Parts(
        mark("The stage {stage} does not follow."),
        mark("{document} stands in another one."),
        mark("Choose a stage that follows, or change the card."),
    ),
    "documents.many-steps": Parts(
        mark("Several stages follow."),
        mark("{document} can go on in more than one way."),
        mark("Do its step alone and choose the stage."),
    ),
    "documents.serial-taken": Parts(
        mark("The archive serial number {serial} is taken."),
        mark("{title} has it."),
        mark("Take the next free number."),
    ),
}
KINDS = {
    "kinds.without-name": Parts(mark("The name is missing."), "", mark("Write one.")),
    "kinds.bad-code": Parts(
        mark("“{code}” cannot be a code."),
        "",
        mark("Use small letters, figures and hyphens, a letter first."),
    ),
    "kinds.code-taken": Parts(
        mark("“{code}” is there already."), "", mark("Choose another name or code.")
    ),
    "kinds.too-deep": Parts(
        mark("Tags can be {most} levels deep."), "", mark("Put it under a tag further up.")
    ),
    "kinds.in-a-circle": Parts(
        mark("The tag {name} would stand under itself."), "", mark("Put it under another tag.")
    ),
    "kinds.unknown-stage": Parts(
        mark("There is no step {stage} to follow."), "", mark("Name one of the type's own steps.")
    ),
    "kinds.unknown-class": Parts(
        mark("There is no retention class {retention}."),
        "",
        mark("Choose one from the retention plan of your country."),
    ),
}
SAVED = {
    "saved.without-name": Parts(mark("The name is missing."), "", mark("Write one.")),
    "saved.name-taken": Parts(
        mark("There is a folder {name} already."), "", mark("Choose another name.")
    ),
    "saved.too-long": Parts(
        mark("The name may have {most} characters."), "", mark("Write a shorter one.")
    ),
    "saved.too-many": Parts(
        mark("There are {most} folders already."), "", mark("Remove one that nobody needs.")
    ),
}
HOLDS = {
    "holds.held": Parts(
        mark("A legal hold is over the document {document}: {hold}."),
        mark("Until it is lifted the document is neither trashed nor destroyed."),
        mark("Lift the hold first, if nothing asks for it any more."),
    ),
    "holds.already-lifted": Parts(
        mark("The hold {hold} was lifted before."), "", mark("Place a new one if it is needed.")
    ),
    "holds.without-name": Parts(mark("The hold has no name."), "", mark("Write one.")),
    "holds.without-reason": Parts(
        mark("The reason is missing."), "", mark("Write in a few words why.")
    ),
    "holds.over-nothing": Parts(
        mark("The hold is over nothing."),
        "",
        mark("Choose documents, a contact or a type of document."),
    ),
}
DISPOSAL = {
    "disposal.unexplained": Parts(
        mark("The reason why the document stays is missing."), "", mark("Write it in a few words.")
    ),
    "disposal.unsigned": Parts(
        mark("The signature is missing."), "", mark("Write the name of who signs.")
    ),
    "disposal.same-hand": Parts(
        mark("{who} proposed this list and cannot sign it."),
        mark("The company asks for four eyes before anything is destroyed."),
        mark("Let somebody else sign it."),
    ),
    "disposal.nothing-due": Parts(
        mark("Nothing may be destroyed today."),
        mark("The law still asks for everything else, or a legal hold does."),
        "",
    ),
    "disposal.bad-days": Parts(
        mark("The trash keeps things for 1 to {most} days."), "", mark("Write another number.")
    ),
}
SENTENCES = {**DOCUMENTS, **KINDS, **SAVED, **HOLDS, **DISPOSAL}
