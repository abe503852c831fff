"""A module is data; what it does not say it does without."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.services.permissions import Permission
from app.ui.kit.module import Module


def test_a_module_that_loads_nothing_is_loaded_all_the_same() -> None:
    module = Module("blank", "Blank", "box", "", Permission.COMPANY_READ, lambda _shell: QWidget())

    module.load()
    module.load_records()

    assert module.records == {}
