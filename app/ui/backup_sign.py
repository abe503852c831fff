"""The sign of the backups: when the last was made, or that one failed; it leads to their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.admin.backup import Standing
from app.ui.backup_watch import BackupWatch
from app.ui.kit.foot_sign import FootSign
from app.ui.kit.icons import icon
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.tips import plain_tip

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.backups import Overview

STEPS = ("go.company", "company.backups")


class BackupSign(FootSign):
    """Watches over the backups of one office; ``button`` says how it stands with them."""

    def __init__(self, shell: Shell, *, by_itself: bool = True) -> None:
        super().__init__(shell, STEPS)
        self._by_itself = by_itself
        self.watch = BackupWatch(shell.client, self, by_itself=by_itself)
        self.watch.stood.connect(self._tell)
        self.watch.wait()

    def _tell(self, found: Overview) -> None:
        from app.ui.admin.backup_words import sign_text, standing_text  # noqa: PLC0415  as above

        is_quiet = found.standing is Standing.NEVER and not self._by_itself
        if self.is_stopped or is_quiet:
            return
        is_safe = found.standing is Standing.SAFE
        self.button.setIcon(icon("device-floppy" if is_safe else "alert-triangle", "accent"))
        told = "\n".join((standing_text(found), "", _("Open the backups")))
        self.button.setToolTip(plain_tip(told))
        self.button.lead_to(sign_text(found))
