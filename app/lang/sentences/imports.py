"""Sentences about tables that are taken in: their files, their rows, taking them back."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

SENTENCES = {
    "formats.not-text": Parts(
        mark("The file is no text in the encoding {encoding}."),
        mark("Some of its bytes have no meaning there."),
        mark("Choose another encoding, or save it as CSV or XLSX again."),
    ),
    "formats.open-quote": Parts(
        mark("A quotation mark in row {row} is never closed."),
        mark("The rest of the file would be one cell."),
        mark("Close the quotation mark and save the file again."),
    ),
    "formats.no-delimiter": Parts(
        mark("“{delimiter}” cannot part the cells of a table."),
        mark("A single sign does: a semicolon, a comma, a tab or a bar."),
        mark("Choose one of these."),
    ),
    "formats.unreadable-sheet": Parts(
        mark("The spreadsheet cannot be read."),
        mark("It is damaged, cut off, locked with a password, or no spreadsheet."),
        mark("Open it in a spreadsheet program and save it again as XLSX or CSV."),
    ),
    "formats.unpacks-too-large": Parts(
        mark("The file unpacks to far more than a table holds."),
        mark("Such files are made to bring programs down; nothing of it was opened."),
        mark("Ask the sender for the table as CSV."),
    ),
    "formats.file-too-large": Parts(
        mark("The file is larger than {most} MB."),
        "",
        mark("Split it into smaller files."),
    ),
    "formats.too-many-rows": Parts(
        mark("The table has more than {most} rows, or too many columns."),
        "",
        mark("Split it into smaller tables."),
    ),
    "formats.too-long-for-a-sheet": Parts(
        mark("The list is too long for a spreadsheet file."),
        mark("A sheet holds at most {most} rows."),
        mark("Choose CSV, or narrow the list."),
    ),
    "formats.empty-table": Parts(
        mark("There is nothing in the table."),
        "",
        mark("Choose another file or another sheet."),
    ),
    "formats.no-such-file": Parts(
        mark("The file {file} cannot be opened."),
        mark("It is not there, or you may not read it."),
        mark("Choose it again."),
    ),
    "outside.took-too-long": Parts(
        mark("Reading the file took too long."),
        mark("A file is given {seconds} seconds; nothing was changed."),
        mark("Split it into smaller files, or save it as CSV."),
    ),
    "outside.broke-down": Parts(
        mark("The file could not be read to its end."),
        mark("It is damaged or needs too much memory; nothing was changed."),
        mark("Save it again, a table as CSV, or split it."),
    ),
    "imports.not-the-same-file": Parts(
        mark("The file {file} was changed after its preview."),
        mark("What you saw is no longer what would be imported."),
        mark("Look at the preview again."),
    ),
    "imports.used-since": Parts(
        mark("The import cannot be taken back."),
        mark("{count} of its records were changed or used since, {name} among them."),
        mark("Put away those you do not need, one by one."),
    ),
    "imports.already-taken-back": Parts(
        mark("The import of {name} was taken back before."),
    ),
    "imports.unreadable-cell": Parts(
        mark("“{text}” cannot be understood here."),
        "",
        mark("Correct the cell, or leave the column out."),
    ),
    "imports.number-twice": Parts(
        mark("The number {number} is already in row {row}."),
        mark("Every contact has a number of its own."),
        mark("Correct one of the rows."),
    ),
}
