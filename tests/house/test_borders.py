"""What comes in or goes out passes the one place that makes it harmless."""

from __future__ import annotations

import ast
import re

import pytest

from app.formats import messages, outlook, tables
from app.formats.reading import limits as limits_of_reading
from app.outside import apart
from tests.house.tree import calls, imports, nodes, python_files, text

MAY_CATCH_ALL = ("app/ui/main_window.py", "app/ui/kit/crash.py", "app/ui/kit/lane.py", "app/cli.py")
MAY_KNOW_THE_SYSTEM = ("app/storage/platform.py",)
UNSAFE_CALLS = ("eval", "exec", "os.system", "os.popen", "yaml.load", "Environment")
UNSAFE_MODULES = ("pickle.", "marshal.", "shelve.", "xml.dom.", "xml.sax.", "xmlrpc.")
HARMLESS = ("xml.sax.saxutils.escape", "xml.sax.saxutils.quoteattr")
XML_READERS = ("parse", "fromstring", "iterparse", "XML", "XMLParser", "XMLPullParser")
OF_ONE_SYSTEM = re.compile(
    r"os\.(fork\w*|get(e?uid|e?gid|pgid|pgrp|groups)|set\w*id|set(sid|pgrp)|f?chown|fchmod|mkfifo"
    r"|f?statvfs|sync|posix_\w+|O_(DIRECTORY|NOFOLLOW|CLOEXEC|BINARY)|killpg|wait\w*|nice|startfile)"
    r"|signal\.(SIGKILL|SIGUSR\d|SIGHUP|SIGALRM|SIGCHLD|SIGSTOP|SIGCONT|alarm|setitimer)"
    r"|ctypes\.(windll|oledll|WinDLL)"
)
FOREIGN = ("pypdfium2", "zipfile", "tarfile", "PIL", "lxml", "email.parser", "email.message_from")
MAY_OPEN_FOREIGN = {
    "app/documents/pdf/pictures.py": "pictures that were drawn anew when they were taken in",
    "app/services/demo_papers.py": "papers that the sample company made itself",
    "app/storage/packing.py": "writes packs, reads none",
}
DECODERS = ("QImageReader", "QMovie", "QSvgRenderer", "loadFromData", "fromData", "imageData")
MAY_DECODE_HERE = {
    "app/ui/kit/icons.py": "our own icons",
    "app/ui/kit/picture_view.py": "logos and signatures, drawn anew when they were taken in",
    "app/ui/kit/taking_in.py": "the clipboard, written by a program of this desk",
    "app/ui/kit/writer/things.py": "pictures of letters, drawn anew when they were taken in",
    "app/ui/kit/writer/writer.py": "the clipboard, as above",
    "app/ui/products/card.py": "the picture of a product, drawn anew where it was chosen",
    "app/ui/products/picture.py": "as above",
}
MAY_SAY_MARKUP = {"app/ui/kit/copying.py": "a table for the clipboard, each cell escaped"}
MODULES_OF_ONE_SYSTEM = ("fcntl", "resource", "pwd", "grp", "termios", "msvcrt", "winreg", "pty")


def found_in(*folders: str) -> list[tuple[str, str, ast.Call]]:
    """Return every call of the source: file, dotted name and node."""
    return [(name, called, node) for name in python_files(*folders) for called, node in calls(name)]


def places(found: list[tuple[str, str, ast.Call]]) -> list[str]:
    """Return findings as they are read in a report."""
    return [f"{name}:{node.lineno} {called}" for name, called, node in found]


def test_no_text_becomes_code() -> None:
    assert places([found for found in found_in("app") if found[1] in UNSAFE_CALLS]) == []
    assert [
        f"{name}:{line} {module}"
        for name in python_files("app")
        for module, line in imports(name)
        if f"{module}.".startswith(
            tuple(f"{unsafe}".rstrip(".") + "." for unsafe in UNSAFE_MODULES)
        )
        and module not in HARMLESS
    ] == []


def test_no_command_runs_in_a_shell() -> None:
    assert places([found for found in found_in("app", "build") if is_true(found[2], "shell")]) == []


def test_xml_from_outside_is_not_read_by_a_parser_without_limits() -> None:
    assert [
        f"{name}:{node.lineno} {called}"
        for name, called, node in found_in("app")
        if called.split(".")[-1] in XML_READERS
        and any(module.startswith("xml.etree") for module, _ in imports(name))
    ] == []


def test_archives_are_never_unpacked_wherever_they_say() -> None:
    assert places([f for f in found_in("app", "build") if f[1].endswith("extractall")]) == []


def test_nothing_is_unpacked_by_what_writes_files_itself() -> None:
    unpackers = ("extract", "extractall", "unpack_archive", "_extract_member")
    found = [f for f in found_in("app") if f[1].split(".")[-1] in unpackers]

    assert places([one for one in found if one[1] not in ("func.extract", "process.extract")]) == []


def test_foreign_files_are_opened_by_the_modules_that_are_run_apart() -> None:
    """Who opens a PDF, a picture, a pack or a mail is named here, with why it may."""
    opened = {
        name
        for name in python_files("app")
        for module, _ in imports(name)
        if module.startswith(FOREIGN) and not name.startswith("app/formats/")
    }

    assert opened == set(MAY_OPEN_FOREIGN)


def test_what_is_run_apart_is_never_run_here() -> None:
    """A reader that gets its bytes in a bounded process is called nowhere else in the services."""
    jobs = {
        ast.unparse(node.args[0])
        for _, called, node in found_in("app/services", "app/ui")
        if called == "apart" and node.args and isinstance(node.args[0], ast.Attribute)
    }
    here = [found for found in found_in("app/services", "app/ui") if found[1] in jobs]

    assert len(jobs) > 7
    assert places(here) == []


def test_whoever_reads_apart_is_bounded_in_memory_and_time() -> None:
    runs = [found for found in found_in("app") if found[1] == "apart"]
    bounded = [one for one in runs if any(word.arg == "bound" for word in one[2].keywords)]
    limits = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_CORE")
    platform = text("app/storage/platform.py")

    assert len(runs) > 12
    assert places(bounded) == places(runs)
    assert [one for one in limits if one not in platform] == []
    assert "AssignProcessToJobObject" in platform
    assert (apart.SECONDS, limits_of_reading.LARGEST_FILE) == (20, 100 << 20)
    assert max(tables.LARGEST_FILE, messages.LARGEST, outlook.LARGEST) <= 100 << 20


def test_what_the_window_itself_decodes_is_ours() -> None:
    found = {name for name, called, _ in found_in("app/ui") if called.split(".")[-1] in DECODERS}

    assert found == set(MAY_DECODE_HERE)


def test_no_text_is_shown_as_markup() -> None:
    ways = ("setHtml", "insertHtml", "appendHtml", "fromHtml")
    found = {name for name, called, _ in found_in("app") if called.split(".")[-1] in ways}
    formats = [
        f"{name}:{node.lineno}"
        for name in python_files("app/ui")
        for node in nodes(name)
        if isinstance(node, ast.Attribute) and node.attr in {"RichText", "AutoText"}
    ]

    assert found == set(MAY_SAY_MARKUP)
    assert formats == []


def test_sql_is_never_glued_from_values() -> None:
    assert (
        places(
            [
                found
                for found in found_in("app")
                if found[1] in ("text", "sqlalchemy.text", "sa.text") and is_glued(found[2])
            ]
        )
        == []
    )


def test_csv_is_written_in_one_place_that_disarms_formulas() -> None:
    assert (
        places(
            [
                found
                for found in found_in("app")
                if found[1] in ("csv.writer", "csv.DictWriter")
                and not found[0].startswith("app/formats/")
            ]
        )
        == []
    )


def test_marked_up_paragraphs_are_made_in_one_module_that_escapes() -> None:
    users = {
        name
        for name in python_files("app")
        for module, _ in imports(name)
        if module.startswith("reportlab.") and module.endswith(".Paragraph")
    }

    assert len(users) <= 1


def test_labels_that_show_values_are_the_kits_plain_ones() -> None:
    assert (
        places(
            [
                found
                for found in found_in("app/ui")
                if found[1].split(".")[-1] == "QLabel"
                and not found[0].startswith("app/ui/kit/")
                and not all(is_plain(argument) for argument in found[2].args)
            ]
        )
        == []
    )


def test_only_the_last_line_of_defence_catches_everything() -> None:
    assert [
        f"{name}:{node.lineno}"
        for name in python_files("app")
        if name not in MAY_CATCH_ALL
        for node in nodes(name)
        if isinstance(node, ast.ExceptHandler) and catches_all(node) and not raises_again(node)
    ] == []


def test_what_only_one_system_can_do_stays_in_one_module() -> None:
    used = [
        f"{name}:{node.lineno} {ast.unparse(node)}"
        for name in python_files("app")
        if name not in MAY_KNOW_THE_SYSTEM
        for node in nodes(name)
        if isinstance(node, ast.Attribute) and OF_ONE_SYSTEM.fullmatch(ast.unparse(node))
    ]
    imported = [
        f"{name}:{line} {module}"
        for name in python_files("app")
        if name not in MAY_KNOW_THE_SYSTEM
        for module, line in imports(name)
        if module.split(".")[0] in MODULES_OF_ONE_SYSTEM
    ]

    assert used == []
    assert imported == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("text('select 1')", False),
        ("text(f'select {x}')", True),
        ("text('select ' + x)", True),
        ("text('select ' + COLUMNS + ' from t')", False),
        ("text('select %s' % x)", True),
        ("text('select {}'.format(x))", True),
    ],
)
def test_glue_is_recognised(source: str, *, expected: bool) -> None:
    node = ast.parse(source, mode="eval").body

    assert isinstance(node, ast.Call)
    assert is_glued(node) is expected


def is_true(node: ast.Call, argument: str) -> bool:
    """Tell whether a call passes anything but False for an argument."""
    return any(
        keyword.arg == argument
        and not (isinstance(keyword.value, ast.Constant) and keyword.value.value is False)
        for keyword in node.keywords
    )


def is_glued(node: ast.Call) -> bool:
    """Tell whether the first argument is put together from parts."""
    first = node.args[0] if node.args else None
    if isinstance(first, ast.Call):
        return isinstance(first.func, ast.Attribute) and first.func.attr in ("format", "join")
    return isinstance(first, ast.JoinedStr | ast.BinOp) and not is_fixed(first)


def is_fixed(node: ast.expr) -> bool:
    """Tell whether a text is put together from nothing but texts written in the source."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add) and is_fixed(node.left) and is_fixed(node.right)
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id.isupper())


def is_plain(node: ast.expr) -> bool:
    """Tell whether a label's argument is a text of ours without values, or its parent."""
    if isinstance(node, ast.Call):
        return not node.keywords and all(is_plain(argument) for argument in node.args)
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id == "self")


def catches_all(node: ast.ExceptHandler) -> bool:
    """Tell whether a handler catches errors it cannot know."""
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    names = {kind.id for kind in caught if isinstance(kind, ast.Name)}
    return node.type is None or bool(names & {"Exception", "BaseException"})


def raises_again(node: ast.ExceptHandler) -> bool:
    """Tell whether a handler ends by raising: what it caught, or its known cause."""
    return isinstance(node.body[-1], ast.Raise)
