"""The licence texts of the packages in the bundle, as they lie in their installed metadata."""

from __future__ import annotations

import re
import sysconfig
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PLACE = "resources/licences"
TEXTS = re.compile(
    r"(^|/)(licen[cs]es/.+|(licen[cs]e|copying|notice|authors)[^/]*)$", re.IGNORECASE
)


def runtime_packages() -> set[str]:
    """Return the names of every package the program needs, directly or not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting, found = [Requirement(line) for line in project["dependencies"]], set[str]()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in found or not holds(wanted.marker):
            continue
        found.add(name)
        waiting += [Requirement(line) for line in metadata.requires(name) or ()]
    return found


def holds(marker: Marker | None) -> bool:
    """Tell whether a requirement is meant for this system, without extras."""
    return marker is None or marker.evaluate({"extra": ""})


def kept() -> Iterator[tuple[str, str]]:
    """Yield each licence text with the folder of the bundle that it goes to."""
    for name in sorted(runtime_packages()):
        for file in metadata.files(name) or ():
            if ".dist-info/" in str(file) and TEXTS.search(file.as_posix()):
                yield str(file.locate()), f"{PLACE}/{name}"
    python = Path(sysconfig.get_paths()["stdlib"]) / "LICENSE.txt"
    if python.exists():
        yield str(python), f"{PLACE}/python"
