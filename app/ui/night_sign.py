"""The sign of the night watch: when the archive was verified, how far it is, what is damaged."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.ui.kit.foot_sign import FootSign
from app.ui.kit.icons import icon
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many
from app.ui.night_watch import TABLES, NightWatch

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.domain.archive.proof import Proof


class NightSign(FootSign):
    """Watches over one office; ``button`` says how its archive is, and leads to the proof."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, tables=TABLES)
        self.button.setIcon(icon("shield-check", "accent"))
        self.button.setToolTip(_("Every document is read again each day; open the proof"))
        self.watch = NightWatch(shell.client, self)
        self.watch.wait()
        self.ask()

    def ask(self) -> None:
        """Ask for the verifications."""
        from app.services import proving  # noqa: PLC0415  as above

        self.shell.client.ask_or(self._tell, self.leave, proving.proofs)

    def _tell(self, proofs: tuple[Proof, ...]) -> None:
        if not self.is_stopped and proofs:
            self.button.lead_to(sign_text(proofs))

    def lead(self) -> None:
        """Open the proof."""
        self.shell.open("proof", 0)

    def stop(self) -> None:
        """Read no more: the office is about to be closed."""
        self.watch.stop()
        super().stop()


def sign_text(proofs: tuple[Proof, ...]) -> str:
    """Return how the archive is, by its last verifications, the newest first."""
    last = proofs[0]
    ended = next((one for one in proofs if one.is_ended), last)
    found = len(last.findings or ended.findings)
    if found:
        return many("{n} document is damaged", "{n} documents are damaged", found)
    if last.ended_at is None:
        return _("Verifying the archive: {n}", n=formats().decimal(Decimal(last.checked)))
    return _("Archive verified {day}", day=formats().day(last.ended_at.astimezone().date()))
