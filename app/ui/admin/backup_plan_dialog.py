"""The dialog of the plan: where backups go, how often they are made, and which of them stay."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.admin.backup import TABLES, Keep, Plan
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import backups
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.unread import unread

PLACES = 3


class BackupPlanDialog(Dialog):
    """Asks for up to three places, the hours between backups, and how many stay."""

    def __init__(self, shell: Shell, parent: QWidget, plan: Plan) -> None:
        text = _(
            "A stick, another drive or a network folder. Without one: beside the company, or in "
            "this computer's folder of companies if it lies on a server."
        )
        super().__init__(parent, _("Places and times of backups"), text, "device-floppy")
        self._shell = shell
        self.form = Form()
        self.places = tuple(TextEdit() for _number in range(PLACES))
        self.every = NumberEdit(0)
        self.keep = {name: NumberEdit(0) for name in ("hours", "days", "months", "years")}
        self._put_fields(plan)
        self.form.submitted.connect(self.send)
        self.add_field(self.form)
        choose = self.add_button(_("Choose a folder…"), self.choose, primary=False)
        choose.setAutoDefault(False)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Keep"), self.send, primary=True)
        self.places[0].setFocus()

    def choose(self) -> None:
        """Choose a folder for the first place that has none."""
        found = QFileDialog.getExistingDirectory(self, _("Where backups go"))
        if found:
            self.take(found)

    def take(self, folder: str) -> None:
        """Put a folder into the first line that is empty, else into the last."""
        free = next((one for one in self.places if not one.value()), self.places[-1])
        free.put(folder)
        free.setFocus()

    def send(self) -> None:
        """Keep the plan; a number that cannot be read is told at its field."""
        if found := tuple(unread(self.form)):
            self.form.show_problems(found, focus=True)
            return
        places = tuple(one.value() for one in self.places if one.value())
        keep = Keep(*(int(one.value() or 0) for one in self.keep.values()))
        told = (places, int(self.every.value() or 0), keep)
        self._shell.client.errand(self._kept, backups.arrange, *told, refused=self._refused)

    def _put_fields(self, plan: Plan) -> None:
        for number, field in enumerate(self.places):
            field.put(plan.places[number] if number < len(plan.places) else "")
            name = "places" if not number else f"places.{number}"
            self.form.add(name, _("Place {n}", n=number + 1), field, columns=12)
        self.every.put(Decimal(plan.every_hours))
        self.form.add("every_hours", _("Hours between backups"), self.every, columns=12)
        titles = (_("Hourly"), _("Daily"), _("Monthly"), _("Yearly"))
        self.form.heading(_("How many stay"))
        for (name, count), title in zip(self.keep.items(), titles, strict=True):
            count.put(Decimal(getattr(plan.keep, name)))
            self.form.add(f"keep.{name}", title, count, columns=6)
        self.form.chain()

    def _kept(self, plan: Plan) -> None:
        self.accept()
        self._shell.client.changed.emit(TABLES)

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems, focus=True)
        else:
            self.reject()
            self._shell.refuse(error)


def arrange(shell: Shell, parent: QWidget, plan: Plan) -> None:
    """Ask for the places and times of backups."""
    BackupPlanDialog(shell, parent, plan).open()
