"""The sweeper: garbage is collected on the window's thread only.

Python collects cycles in whatever thread happens to allocate. A cycle that holds a widget, swept
by a worker, destroys the widget in the wrong thread, and the process dies some time later.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 250
_FULL_EVERY = 240
_LOADING = 5_000
"""How long the start may take until sweeping begins all the same."""


class Sweeper(QObject):
    """Switches Python's own collector off and collects little and often; ``stop`` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turns = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()
        gc.disable()

    def wait(self) -> None:
        """Leave alone what is being loaded, which is no garbage, until ``go_on``."""
        self._timer.start(_LOADING)

    def go_on(self) -> None:
        """Count what is loaded now as lasting, and sweep from now on."""
        gc.freeze()
        self._timer.start(_EVERY)

    def sweep(self) -> None:
        """Collect the young, now and then the middle-aged, and once a minute everything."""
        if self._timer.interval() == _LOADING:
            self.go_on()
        self._turns += 1
        young, middle, _old = gc.get_count()
        most_young, most_middle, _most_old = gc.get_threshold()
        if self._turns % _FULL_EVERY == 0:
            gc.collect()
        elif middle > most_middle:
            gc.collect(1)
        elif young > most_young:
            gc.collect(0)

    def stop(self) -> None:
        """Let Python collect by itself again: no other thread is left."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def settle() -> None:
    """Count what is loaded now as lasting: full collections no longer walk through it."""
    gc.collect()
    gc.freeze()
