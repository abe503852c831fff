"""What is done with a lot wherever it is shown: released, refused, held back, called back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import LotId
from app.domain.shared.refusals import Invalid, OfficeError
from app.domain.stock.lot import Lot, LotStatus
from app.lang.texts import mark
from app.services import lots
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.history import Deed
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.stock.goods_dialogs import GoodsDialog
from app.ui.stock.goods_words import LOT_STATES

TITLES = {
    LotStatus.OK: mark("Release lot {lot}"),
    LotStatus.DAMAGED: mark("Refuse lot {lot}"),
    LotStatus.RECALLED: mark("Call lot {lot} back"),
    LotStatus.QUARANTINED: mark("Hold lot {lot} back"),
}
_TEXTS = {
    LotStatus.OK: mark("What lies of it is free at once, for the orders that wait."),
    LotStatus.DAMAGED: mark("What lies of it goes out to nobody; scrap it or send it back."),
    LotStatus.RECALLED: mark("What lies of it goes out to nobody; the page tells who got some."),
    LotStatus.QUARANTINED: mark("What lies of it goes out to nobody until it is released."),
}


class LotDialog(GoodsDialog):
    """Asks for the status of a lot and why; what a check found stands there, too."""

    def __init__(self, shell: Shell, parent: QWidget, lot: Lot, status: LotStatus) -> None:
        title = _(TITLES[status], lot=lot.code)
        super().__init__(shell, parent, title, _(_TEXTS[status]), "shield-check")
        self.drafted_of = lot.id
        self._lot = lot
        offered = [(one, _(text)) for one, text in LOT_STATES.items()]
        self.status: ChoiceEdit[LotStatus] = ChoiceEdit(offered)
        self.status.put(status)
        self.note = TextEdit()
        self.add_labelled(_("Status"), self.status)
        self.add_labelled(_("Why, or what was found"), self.note)
        self.finish(_("Keep"), self.keep)
        self.note.setFocus()

    def keep(self) -> None:
        """Give the lot its status, or say why that is not possible."""
        self.wrong.hide()
        asked = (self._lot.id, self.status.value(), self.note.value())
        self._shell.client.do(self._kept, lots.set_status, *asked, refused=self.refuse)

    def refuse(self, error: OfficeError) -> None:
        super().refuse(error)
        if isinstance(error, Invalid):
            self.note.setFocus()

    def _kept(self, lot: Lot) -> None:
        self.accept()
        before = (self._lot.id, self._lot.status, self._lot.note)
        told = _("Lot {lot}: {status}", lot=lot.code, status=_(LOT_STATES[lot.status]))
        self._shell.did(Deed(told, lots.put_back, before))


class LotVerbs:
    """Reads a lot as it is now, then asks what becomes of it."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        self._shell = shell
        self._page = page
        self._status: LotStatus | None = None

    def ask(self, lot_id: LotId, status: LotStatus | None = None) -> None:
        """Ask for the status of a lot; none begins with the one that it has."""
        self._status = status
        self._shell.client.ask(self._open, lots.get, lot_id)

    def _open(self, lot: Lot) -> None:
        LotDialog(self._shell, self._page, lot, self._status or lot.status).open()
