"""Planning a count: of which warehouse, of what, and whether who counts sees the books."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import LocationId
from app.domain.shared.refusals import OfficeError
from app.domain.stock.count import KIND, Count, CountKind, Scope
from app.domain.stock.location import Location, LocationKind
from app.lang.texts import mark
from app.services import counts, locations
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, place_text

EVERYTHING, DUE = "everything", "due"
WHAT = {EVERYTHING: mark("Everything that lies there"), DUE: mark("What is due by its turn")}


class CountDialog(Dialog):
    """Asks what is counted; the count is open when it is planned."""

    def __init__(self, shell: Shell, parent: QWidget, places: Sequence[Location]) -> None:
        text = _("Goods may go on moving: a difference is that of the moment of counting.")
        super().__init__(parent, _("Plan a count"), text, "checkbox")
        self._shell = shell
        self._places = [one for one in places if not one.is_closed]
        houses = [one for one in self._places if one.kind is LocationKind.WAREHOUSE]
        self.warehouse: ChoiceEdit[LocationId] = ChoiceEdit(
            [(one.id, one.name or place_text(one.code)) for one in houses]
        )
        self.what: ChoiceEdit[str] = ChoiceEdit([("", "")])
        self.blind = CheckEdit(_("Blind: who counts does not see what the books say"))
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        for label, editor in ((_("Warehouse"), self.warehouse), (_("Counted is"), self.what)):
            editor.setAccessibleName(label)
            self.add_field(plain_label(label, "muted"))
            self.add_field(editor)
        self.add_field(self.blind)
        self.add_field(self.wrong)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Plan"), self.plan, primary=True)
        self.warehouse.edited.connect(self._offer_places)
        self._offer_places()
        self.what.setFocus()

    def plan(self) -> None:
        """Plan what is asked for, and open it."""
        asked = (self.warehouse.value(), self.scope())
        self._shell.client.do(self._planned, counts.plan, *asked, refused=self._refused)

    def scope(self) -> Scope:
        """Return what is to be counted."""
        what, is_blind = self.what.value(), self.blind.value()
        if what == EVERYTHING:
            return Scope(CountKind.FULL, is_blind=is_blind)
        if what == DUE:
            return Scope(CountKind.CYCLIC, is_blind=is_blind)
        return Scope(CountKind.CHOSEN, places=(LocationId(int(what)),), is_blind=is_blind)

    def _offer_places(self) -> None:
        """Offer everything, what is due, or one place of the warehouse."""
        house = self.warehouse.value()
        own = [one for one in self._places if house in {one.id, one.warehouse_id}]
        offers = [(name, _(text)) for name, text in WHAT.items()]
        offers += [(str(one.id), _("Only {place}", place=place_text(one.code))) for one in own]
        self.what.offer(offers)

    def _planned(self, count: Count) -> None:
        self.accept()
        self._shell.open(KIND, count.id)

    def _refused(self, error: OfficeError) -> None:
        self.wrong.setText(f"✕ {error_sentence(error)}")
        self.wrong.show()


class _Beginning:
    """Reads the places there are, then asks."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent

    def start(self) -> None:
        """Ask; before anything was received there is nothing to count."""
        self._shell.client.ask(self._open, locations.all_of)

    def _open(self, places: Sequence[Location]) -> None:
        if any(one.kind is LocationKind.WAREHOUSE for one in places):
            CountDialog(self._shell, self._parent, places).open()
        else:
            self._shell.say(_("Nothing lies in a warehouse yet: receive goods first"))


def begin_count(shell: Shell, parent: QWidget) -> None:
    """Ask what is counted, and open the count that is planned."""
    _Beginning(shell, parent).start()
