"""Settling: a dialog that writes a record shows both versions where somebody else was first.

self.standoff = settling(shell, self, Writing(self.form, self._reread, self.save, self._records))
self.add_field(self.standoff.line)
self.standoff.opened(version)              # the fields hold the record as it was read
…
self.standoff.meet()                       # the office said Conflict
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.ui.kit.conflict import Seams, Standoff
from app.ui.kit.form import Form
from app.ui.kit.form_content import content_of, put_content
from app.ui.kit.merge_rows import Version
from app.ui.kit.shell import Shell


@dataclass(frozen=True, slots=True)
class Writing:
    """A form, and what its dialog does with it.

    ``reread`` asks for the record, puts it into the fields and calls ``standoff.opened``; ``save``
    sends what stands in them, and ``records`` are the names of the record in the log.
    """

    form: Form
    reread: Callable[[], object]
    save: Callable[[], object]
    records: tuple[str, ...]


def settling(shell: Shell, page: QWidget, writing: Writing) -> Standoff:
    """Return what lets the writer of a form choose between two versions."""
    form = writing.form
    seams = Seams(
        now=partial(_now, form),
        is_typed=partial(_is_typed, form),
        reread=writing.reread,
        put=partial(_put, form),
        save=writing.save,
        forget=form.call_clean,
        records=partial(tuple, writing.records),
    )
    return Standoff(shell, page, seams)


def _now(form: Form) -> Version:
    return Version.of(form, content_of(form))


def _is_typed(form: Form) -> bool:
    return form.is_dirty


def _put(form: Form, content: Any) -> None:
    put_content(form, content)
    form.touch()
