"""The sweeper: garbage is collected on the window's thread only.

Python collects cycles in whatever thread happens to allocate. A cycle that holds a widget, swept
by a worker, destroys the widget in the wrong thread, and the process dies some time later.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY, _SOON = 250, 50
"""How long it takes until the next look, and how long where there was something to sweep."""
_FULL_EVERY = 60_000
_LOADING = 15_000
"""How long the start may take until sweeping begins all the same."""


class Sweeper(QObject):
    """Switches Python's own collector off and collects little and often; ``stop`` gives it back.

    The more is made the oftener it is swept: what piles up in a quarter of a second of scrolling
    would stop the window for longer than a frame.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since_full = 0
        self._has_frozen = False
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
        self._has_frozen = True
        self._timer.start(_EVERY)

    def sweep(self) -> None:
        """Collect the young, now and then the middle-aged, and once a minute everything."""
        if self._timer.interval() == _LOADING:
            self.go_on()
        self._since_full += self._timer.interval()
        young, middle, _old = gc.get_count()
        most_young, most_middle, _most_old = gc.get_threshold()
        if self._since_full >= _FULL_EVERY:
            self._since_full = 0
            gc.collect()
        elif middle > most_middle:
            gc.collect(1)
        elif young > most_young:
            gc.collect(0)
        self._timer.setInterval(_SOON if young > most_young else _EVERY)

    def stop(self) -> None:
        """Let Python collect by itself again: no other thread is left."""
        self._timer.stop()
        if self._has_frozen:
            gc.unfreeze()
        gc.enable()


def settle() -> None:
    """Count what is loaded now as lasting: full collections no longer walk through it."""
    gc.collect()
    gc.freeze()
