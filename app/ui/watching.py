"""What is watched while an office is open: folders that fill, and letters that fall due."""

from __future__ import annotations

from app.ui.admin.kept_persons import CatchingUp
from app.ui.archive.receiver import Receiver
from app.ui.correspondence.due import DueCount
from app.ui.kit.foot import Foot
from app.ui.kit.shell import Shell


def watch(shell: Shell, foot: Foot) -> None:
    """Look into watched folders, count what is due, and erase again who came back by a restore."""
    Receiver(shell).told.connect(foot.tell_folders)
    DueCount(shell).show_beside_module()
    CatchingUp(shell)
