"""The tabs: each opens over a real office, under its own key, for whom it is meant."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import with_modules
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.icons import FOLDER
from app.ui.kit.module import Module
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.modules import MODULES

MISSING = """
import dis
import sys
from app.ui.modules import MODULES

for module in MODULES:
    module.load()
    module.load_records()
    for part in (module.open, *module.records.values()):
        names = (one.argval for one in dis.get_instructions(part) if one.opname == "IMPORT_NAME")
        print(*(name for name in names if name not in sys.modules))
"""
"""What opening imports though it was loaded, asked in a process where nothing was before."""


def test_every_tab_has_its_own_name_and_key() -> None:
    names = Counter(module.name for module in MODULES)
    keys = Counter(module.shortcut for module in MODULES)

    assert max(names.values()) == 1
    assert max(keys.values()) == 1


def test_every_tab_has_an_icon_that_is_there() -> None:
    assert [one.icon for one in MODULES if not (FOLDER / f"{one.icon}.svg").exists()] == []


def test_every_kind_of_record_belongs_to_one_tab() -> None:
    kinds = Counter(kind for module in MODULES for kind in module.records)

    assert [kind for kind, count in kinds.items() if count > 1] == []


@pytest.mark.parametrize("module", MODULES, ids=[module.name for module in MODULES])
def test_every_tab_opens_over_an_empty_office(
    qtbot: QtBot, client: OfficeClient, settle: Callable[[], None], module: Module
) -> None:
    shell = Shell(client, ActionBook(with_modules(MODULES)), Settings())

    with qtbot.captureExceptions() as raised:
        tab: QWidget = module.open(shell)
        qtbot.addWidget(tab)
        tab.show()
        settle()

    assert raised == []


def test_a_tab_is_loaded_beforehand_with_all_it_opens() -> None:
    told = subprocess.run(
        [sys.executable, "-c", MISSING], capture_output=True, text=True, check=True
    )

    assert told.stdout.split() == []
