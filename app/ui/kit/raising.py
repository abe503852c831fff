"""One window per office: a second start of the same office raises the first and goes."""

from __future__ import annotations

import zlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

_PATIENCE = 1_000


class Raising(QObject):
    """Holds the lock of a start; ``asked()`` when another start wants the window in front."""

    asked = Signal()

    def __init__(self, office: Path | None, folder: Path) -> None:
        super().__init__()
        told = str(office.resolve()) if office else ""
        # A check sum is enough to tell offices apart, and hashlib takes 4 ms to load.
        self._name = f"backdesk-{zlib.crc32(f'{folder}|{told}'.encode()):08x}"
        self._server: QObject | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self.is_first = self._lock.tryLock(0)

    def listen(self) -> None:
        """Hear other starts from now on."""
        # QtNetwork is not needed for the first paint.
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  not for the first paint

        server = QLocalServer(self)
        QLocalServer.removeServer(self._name)
        server.newConnection.connect(self.asked)
        server.listen(self._name)
        self._server = server

    def raise_first(self) -> bool:
        """Ask the first start to come forward; says whether it heard."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  not for the first paint

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        return socket.waitForConnected(_PATIENCE)

    def release(self) -> None:
        """Let another start be the first."""
        self._lock.unlock()
