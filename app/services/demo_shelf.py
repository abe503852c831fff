"""The sample's archive as an office keeps it: numbered, held, at its steps, and cleared in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.archive.document import Document
from app.domain.archive.form import form_of
from app.domain.archive.holds import HoldForm
from app.domain.archive.kinds import Stage
from app.domain.archive.saved import SavedForm
from app.domain.shared.ids import DocumentId
from app.services import disposing, documents, folders, holding, kinds, serials
from app.services.kinds import TypeForm
from app.services.office import Office

Story = Mapping[str, Any]
LATE = 2
"""The sample's first bill is late by so many days."""


class Shelf:
    """Puts the filed papers of a story in order; ``filed`` are these, the oldest first."""

    def __init__(self, office: Office, story: Story, filed: Sequence[DocumentId]) -> None:
        self._office = office
        self._story = story
        self._filed = filed

    def clear(self) -> None:
        """Destroy what is due but for one document, which is struck out with its reason."""
        office = self._office
        one = office.do(disposing.propose).result
        struck, why = one.items[-1].document_id, self._story["struck"]
        one = office.do(disposing.strike, one.id, one.version, struck, why).result
        one = office.do(disposing.sign, one.id, one.version, self._story["signs"]).result
        one = office.do(disposing.begin, one.id, one.version).result
        office.do(disposing.finish, one.id)

    def number(self) -> None:
        """Give every paper a serial number and a place in a binder."""
        name, place = self._story["binder"]
        self._office.do(serials.add_binder, name, 1, 100, place)
        self._office.do(serials.assign_each, tuple(self._filed))

    def hold(self) -> None:
        """Place a hold over the last paper."""
        name, reason = self._story["hold"]
        self._office.do(holding.place, HoldForm(name, reason, documents=tuple(self._filed[-1:])))

    def keep_folders(self) -> None:
        """Keep some questions as folders."""
        for name, question in self._story["folders"]:
            self._office.do(folders.add, SavedForm(name, question))

    def begin_steps(self) -> None:
        """Give bills a course, and let the first bill be late at its first step."""
        found = self._office.ask(kinds.sorting)
        bill = next(one for one in found.types if one.code == "bill")
        stages = tuple(
            Stage(
                code,
                {found.language: name, "en": english},
                tuple(follows),
                days if days >= 0 else None,
            )
            for code, name, english, follows, days in self._story["stages"]
        )
        form = TypeForm(
            code=bill.code,
            names=bill.names,
            retention=bill.retention,
            is_sealing=bill.is_sealing,
            readers=bill.readers,
            stages=stages,
            fields=bill.fields,
        )
        self._office.do(kinds.change_type, bill.id, bill.version, form)
        today = self._office.clock.today()
        bills = [one for one in self._papers() if one.type_id == bill.id]
        for place, one in enumerate(bills):
            stage = stages[min(place, 1)]
            days = -LATE if not place else stage.due_days or 0
            changed = replace(form_of(one), stage=stage.code, due_on=today + timedelta(days))
            self._office.do(documents.change, one.id, one.version, changed)

    def _papers(self) -> list[Document]:
        return [self._office.ask(documents.get, one) for one in self._filed]
