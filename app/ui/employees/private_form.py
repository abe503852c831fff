"""The form of what is private of a person, in the order of a joining sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.contacts.countries import NAMES
from app.domain.employees.employee import Private
from app.domain.employees.identity import SCHEMES
from app.domain.employees.own_changes import details_of, with_details
from app.ui.employees.detail_form import DetailFields
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit, DateEdit, TextEdit
from app.ui.kit.texts import _


class PrivateFields(DetailFields):
    """Fields that hold what is private, and from when it holds."""

    def __init__(
        self, country: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(country, parent)
        first = [(code, NAMES.get(code, code)) for code in SCHEMES]
        self.identity = TextEdit()
        self.identity_country = ChoiceEdit([("", ""), *first, *self.states])
        self.nationality = ChoiceEdit([("", ""), *self.states])
        self.born_on, self.since = DateEdit(today), DateEdit(today)
        self.health, self.note = MultiLine(2), MultiLine(3)
        self._lay_out()
        self.since.put(today())

    def put(self, private: Private) -> None:
        """Show what is private; nothing of it counts as typed."""
        self.identity.put(private.identity_number)
        self.identity_country.put(private.identity_country or self._country)
        self.nationality.put(private.nationality)
        self.born_on.put(private.born_on)
        self.put_details(details_of(private))
        self.health.put(private.health)
        self.note.put(private.note)
        self.chain()
        self.call_clean()

    def value(self) -> Private:
        """Return what stands in the fields."""
        private = Private(
            identity_number=self.identity.value(),
            identity_country=self.identity_country.value(),
            born_on=self.born_on.value(),
            nationality=self.nationality.value(),
            health=self.health.value(),
            note=self.note.value(),
        )
        return with_details(private, self.details())

    def _lay_out(self) -> None:
        self.add("identity_number", _("Identity number"), self.identity, columns=4)
        self.add("identity_country", _("Of the state"), self.identity_country, columns=4)
        told = _("Follows from a Finnish number")
        self.add("born_on", _("Born"), self.born_on, columns=4, help_text=told)
        self.add("nationality", _("Nationality"), self.nationality, columns=4)
        self.lay_reach()
        self.lay_home()
        self.lay_account()
        self.lay_emergency()
        self.heading(_("Health and note"))
        self.add("health", _("Health"), self.health, columns=12)
        self.add("note", _("Note"), self.note, columns=12)
        self.add("valid_from", _("Holds from the day"), self.since, columns=4)
