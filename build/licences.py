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
    shipped = (*project["dependencies"], *project["optional-dependencies"]["keys"])
    waiting, found = [Requirement(line) for line in shipped], set[str]()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in found:
            continue
        found.add(name)
        needed = (Requirement(line) for line in metadata.requires(name) or ())
        waiting += [one for one in needed if holds(one.marker, wanted.extras)]
    return found


def holds(marker: Marker | None, extras: set[str]) -> bool:
    """Tell whether a requirement is meant for this system, with these extras of its package."""
    return marker is None or any(marker.evaluate({"extra": one}) for one in ("", *extras))


def kept() -> Iterator[tuple[str, str]]:
    """Yield each licence text with the folder of the bundle that it goes to."""
    for name in sorted(runtime_packages()):
        for file in metadata.files(name) or ():
            if ".dist-info/" in str(file) and TEXTS.search(file.as_posix()):
                yield str(file.locate()), f"{PLACE}/{name}"
    python = Path(sysconfig.get_paths()["stdlib"]) / "LICENSE.txt"
    if python.exists():
        yield str(python), f"{PLACE}/python"
