"""A new customer without leaving the invoice: name and address, the rest can wait."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact, Point, PointKind
from app.domain.contacts.form import ContactForm
from app.domain.contacts.row import ContactRow
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import contacts
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class NewCustomer(Dialog):
    """Asks for what an invoice needs of a customer."""

    drafted_of = 0

    def __init__(
        self, parent: QWidget, shell: Shell, words: str, taken: Callable[[ContactRow], object]
    ) -> None:
        text = _("Name and address stand on the invoice; everything else can be added later.")
        super().__init__(parent, _("New customer"), text, "user-plus")
        self._shell = shell
        self._taken = taken
        self.form = Form()
        self._fields = {
            "name": TextEdit(),
            "addresses.0.street": TextEdit(),
            "addresses.0.postcode": TextEdit(),
            "addresses.0.town": TextEdit(),
            "points.0.value": TextEdit(),
        }
        self._place_fields()
        self._fields["name"].put(words)
        self.form.submitted.connect(self._save)
        self.add_button(_("Cancel"), self.reject, primary=False)
        self.add_button(_("Add customer"), self._save, primary=True).setAutoDefault(False)
        first = "addresses.0.street" if words else "name"
        self._fields[first].setFocus()

    def _place_fields(self) -> None:
        labels = (_("Name"), _("Street"), _("Postcode"), _("Town"), _("E-mail"))
        widths = (12, 12, 4, 8, 12)
        for (path, editor), label, columns in zip(
            self._fields.items(), labels, widths, strict=True
        ):
            self.form.add(path, label, editor, columns=columns)
        self.add_field(self.form)

    def _save(self) -> None:
        name, street, postcode, town, email = (one.value() for one in self._fields.values())
        form = ContactForm(
            name=name,
            addresses=(Address(street=street, postcode=postcode, town=town),),
            points=(Point(PointKind.EMAIL, email),) if email else (),
        )
        self._shell.client.do(self._added, contacts.add, form, refused=self._refused)

    def _added(self, contact: Contact) -> None:
        self._shell.client.ask(self._known, contacts.rows, (contact.id,))

    def _known(self, rows: tuple[ContactRow, ...]) -> None:
        self.accept()
        self._taken(rows[0])

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems, focus=True)
            self._show_elsewhere(error.problems)
        else:
            self._shell.refuse(error)

    def _show_elsewhere(self, problems: tuple[Problem, ...]) -> None:
        """Show a problem that has no field here under the name."""
        known = set(self.form.paths)
        other = [one for one in problems if one.field not in known and not one.is_warning]
        if other:
            self.form.show_problems([Problem("name", other[0].code, other[0].facts)], focus=True)


def ask_for_customer(
    parent: QWidget, shell: Shell, words: str, taken: Callable[[ContactRow], object]
) -> NewCustomer:
    """Ask for a new customer; ``taken`` gets it once it is added."""
    dialog = NewCustomer(parent, shell, words, taken)
    dialog.open()
    return dialog
