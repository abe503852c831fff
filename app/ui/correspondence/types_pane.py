"""The types of letters: their reply period, and whether two people answer for them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.correspondence.letter import LetterType
from app.domain.shared.ids import LetterTypeId, new_id
from app.lang.texts import mark
from app.services import letter_types
from app.ui.correspondence.arranged import ArrangedPane, Ways
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

TYPES: Ways[LetterType] = Ways(
    mark("Letter types"), letter_types.all_types, letter_types.change, "letter_type"
)


class TypeFields(Form):
    """What is written of a type."""

    def __init__(self, one: LetterType | None) -> None:
        super().__init__()
        self._before = one or LetterType(LetterTypeId(new_id()), 1, "")
        self.name, self.reply_days = TextEdit(), NumberEdit(0)
        self.four_eyes = CheckEdit(_("Two people answer for it"))
        self.add("name", _("Name"), self.name, columns=12)
        none = _("Empty: nobody expects an answer. It counts from the day of receipt.")
        self.add("reply_days", _("Days to reply"), self.reply_days, columns=6, help_text=none)
        both = _("Who writes such a letter cannot approve it: somebody else does, before it goes.")
        self.add("is_four_eyes", _("Approval"), self.four_eyes, columns=6, help_text=both)
        self.name.put(self._before.name)
        days = self._before.reply_days
        self.reply_days.put(None if days is None else Decimal(days))
        self.four_eyes.put(self._before.is_four_eyes)

    def value(self) -> LetterType:
        """Return the type as it is written."""
        days = self.reply_days.value()
        return replace(
            self._before,
            name=self.name.value(),
            reply_days=None if days is None else int(days),
            is_four_eyes=self.four_eyes.value(),
        )


class TypesPane(ArrangedPane[LetterType]):
    """Lists the types of letters and edits the chosen one."""

    recorded = "letter_type"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, TYPES)

    def make_form(self) -> Form:
        return TypeFields(self.chosen)

    def send(self) -> None:
        assert isinstance(self.form, TypeFields)
        wanted, before = self.form.value(), self.chosen
        if before is None:
            client = self.shell.client
            client.do(self.added, letter_types.write, wanted, refused=self.refused)
        else:
            self.change(before, wanted)
