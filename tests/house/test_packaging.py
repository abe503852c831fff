"""The names, versions and signs that the systems are told agree, wherever they are written."""

from __future__ import annotations

import configparser
import plistlib
import re
import struct
import tomllib
from xml.etree import ElementTree as ET

import pytest
from packaging.requirements import Requirement

import icons
import licences
import make
import product
from app import VERSION
from tests.house.tree import ROOT, files, text

SCRIPT = text("build/windows/backdesk.iss")
SPEC = text("build/office.spec")
OWN_TEXTS = ("LGPL-3.0", "GPL-3.0", "Unicode-3.0", "docopt")


def test_every_file_that_the_packaging_names_is_kept() -> None:
    steps = {word for steps in make.STEPS.values() for step in steps for word in step}
    named = {word for word in steps if word.endswith(".py")}
    named |= {f"build/linux/{product.IDENTIFIER}{end}" for end in (".desktop", ".metainfo.xml")}
    named |= {"build/linux/install.sh", "build/macos/dmg.sh", "build/macos/entitlements.plist"}
    named |= {"build/office.spec", "resources/icons/backdesk.svg", "LICENSE"}

    assert named - set(files()) == set()


def test_windows_is_told_the_version_of_the_program() -> None:
    numbers = product.windows_numbers()
    strings = product.windows_strings("backdesk.exe")

    assert ".".join(map(str, numbers)).startswith(VERSION)
    assert strings["FileVersion"] == strings["ProductVersion"] == VERSION


def test_macos_is_told_the_version_of_the_program() -> None:
    told = product.info_plist()

    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == VERSION


def test_no_version_is_written_a_second_time() -> None:
    kept = plistlib.loads((ROOT / "build/macos/Info.plist").read_bytes())

    assert "CFBundleVersion" not in kept
    assert re.search(r"^AppVersion=\{#Version\}$", SCRIPT, re.MULTILINE)
    assert "#define Version" not in SCRIPT


def test_windows_recognises_its_older_versions_by_a_sign_that_never_changes() -> None:
    sign = "{6E0B8F7C-54B4-4C0C-9E0B-2C7D3A5F1E94}"

    assert sign == product.UPGRADE_CODE
    assert f"AppId={{{sign}\n" in SCRIPT


def test_the_installer_of_windows_takes_what_the_bundle_makes() -> None:
    assert f'#define Name "{product.NAME}"' in SCRIPT
    assert f'#define Program "{product.COMMAND}.exe"' in SCRIPT
    assert f"dist\\{product.COMMAND}\\*" in SCRIPT
    assert "PrivilegesRequired=lowest" in SCRIPT
    assert "name=product.COMMAND" in SPEC


def test_macos_is_told_the_same_names() -> None:
    told = product.info_plist()

    assert told["CFBundleIdentifier"] == product.IDENTIFIER
    assert told["CFBundleName"] == told["CFBundleDisplayName"] == product.NAME
    assert told["CFBundleExecutable"] == product.COMMAND
    assert told["NSHumanReadableCopyright"] == product.COPYRIGHT
    assert f"dist/{product.NAME}.app" in text("build/macos/dmg.sh")


def test_linux_is_told_the_same_names() -> None:
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.read_string(text(f"build/linux/{product.IDENTIFIER}.desktop"))
    component = ET.parse(ROOT / f"build/linux/{product.IDENTIFIER}.metainfo.xml").getroot()  # noqa: S314  our own file

    assert entry["Desktop Entry"]["Name"] == component.findtext("name") == product.NAME
    assert entry["Desktop Entry"]["Icon"] == component.findtext("id") == product.IDENTIFIER
    assert entry["Desktop Entry"]["Exec"].split()[0] == product.COMMAND
    assert component.findtext("launchable") == f"{product.IDENTIFIER}.desktop"
    assert component.findtext("project_license") == "MIT"
    assert component.findtext("summary") == product.SUMMARY


def test_the_command_has_one_name() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]

    assert list(project["scripts"]) == [product.COMMAND]


def test_pyinstaller_keeps_out_of_the_folder_that_holds_its_plan() -> None:
    pyinstaller = next(step for step in make.STEPS["bundle"] if "PyInstaller" in step)

    assert pyinstaller[pyinstaller.index("--workpath") + 1].endswith("pyinstaller")
    assert pyinstaller[pyinstaller.index("--distpath") + 1] == "dist"


@pytest.mark.parametrize("reason", ["asyncio.sslproto", "budoux"])
def test_the_plan_names_what_analysis_cannot_see(reason: str) -> None:
    assert f'"{reason}"' in SPEC


def test_the_icon_is_drawn_in_every_size() -> None:
    pictures = {size: icons.drawn(size) for size in (16, 256)}

    container = icons.ico(pictures)

    assert all(picture.startswith(b"\x89PNG") for picture in pictures.values())
    assert struct.unpack("<HHH", container[:6]) == (0, 1, 2)
    for place, (size, picture) in enumerate(pictures.items()):
        entry = struct.unpack("<BBBBHHII", container[6 + 16 * place : 22 + 16 * place])
        assert entry[0] == size % 256
        assert container[entry[7] : entry[7] + entry[6]] == picture


def test_apples_container_holds_a_picture_of_every_kind() -> None:
    pictures = {size: b"PNG of %d" % size for size in icons.ICNS_KINDS.values()}

    container = icons.icns(pictures)

    kinds, place = [], 8
    while place < len(container):
        kind, length = struct.unpack(">4sI", container[place : place + 8])
        kinds.append(kind)
        assert container[place + 8 : place + length] == pictures[icons.ICNS_KINDS[kind]]
        place += length
    assert struct.unpack(">4sI", container[:8]) == (b"icns", len(container))
    assert kinds == list(icons.ICNS_KINDS)


def test_every_package_that_is_shipped_is_named_with_its_licence() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    table = text("resources/licences/README.md")

    names = [Requirement(line).name for line in project["dependencies"]]

    assert [name for name in names if name.lower() not in table.lower()] == []


def test_the_licence_texts_of_shipped_packages_are_found() -> None:
    shipped = {place.rsplit("/", 1)[1] for _, place in licences.kept()}

    without_text = licences.runtime_packages() - shipped

    assert without_text <= {"docopt", "pyside6-essentials", "shiboken6"}
    assert {f"resources/licences/{name}.txt" for name in OWN_TEXTS} <= set(files())
