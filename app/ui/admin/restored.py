"""What was restored takes the place of the open company: once it is closed, and noted there."""

from __future__ import annotations

from functools import partial

from app.services import restoring
from app.services.office import Office
from app.services.restoring import Prepared
from app.ui.kit.client import OfficeClient
from app.ui.kit.exchange import Exchange
from app.ui.kit.texts import _


def exchange_for(prepared: Prepared, office: Office) -> Exchange:
    """Return how a restored office, or one that was put aside, takes the place of the other."""
    told = _("The company is as it was in the backup.")
    if prepared.undoes is not None:
        told = _("The restore was taken back.")
    work = partial(restoring.complete, prepared, office)
    return Exchange(work, told, partial(_note, prepared), title=_("Restoring"))


def _note(prepared: Prepared, client: OfficeClient) -> None:
    client.do(_noted, restoring.restored, prepared.restored)


def _noted(_nothing: None) -> None:
    """Nothing more to do: the restored office knows where it came from."""
