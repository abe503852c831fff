"""Every sentence about what can go wrong: one per code, in three parts, by feature.

A new code gets its sentence here; a test compares the table with the codes of the program.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.lang.sentences import (
    accounting,
    archive,
    billables,
    documents,
    einvoices,
    forms,
    handing_out,
    identifiers,
    imports,
    invoices,
    layouts,
    letters,
    mail,
    mailing,
    notes,
    numbers,
    office,
    packs,
    pages,
    parties,
    payments,
    quotes,
    reading,
    receiving,
    recurring,
    reminders,
    rules,
    stages,
    stationery,
    storage,
    taxes,
    templates,
)
from app.lang.sentences.parts import Parts

SENTENCES: Mapping[str, Parts] = {
    **accounting.SENTENCES,
    **archive.SENTENCES,
    **documents.SENTENCES,
    **einvoices.SENTENCES,
    **forms.SENTENCES,
    **handing_out.SENTENCES,
    **identifiers.SENTENCES,
    **invoices.SENTENCES,
    **mail.SENTENCES,
    **mailing.SENTENCES,
    **layouts.SENTENCES,
    **letters.SENTENCES,
    **notes.SENTENCES,
    **numbers.SENTENCES,
    **office.SENTENCES,
    **packs.SENTENCES,
    **pages.SENTENCES,
    **parties.SENTENCES,
    **payments.SENTENCES,
    **quotes.SENTENCES,
    **receiving.SENTENCES,
    **billables.SENTENCES,
    **recurring.SENTENCES,
    **reminders.SENTENCES,
    **rules.SENTENCES,
    **stages.SENTENCES,
    **reading.SENTENCES,
    **stationery.SENTENCES,
    **storage.SENTENCES,
    **taxes.SENTENCES,
    **templates.SENTENCES,
    **imports.SENTENCES,
}
