"""The operating system: locks, disks and folders, the only file that knows which one it is."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import shutil
import sys
from pathlib import Path

_SHARED = frozenset({"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ceph", "9p"})
_LOCAL_FUSE = frozenset({"fuse.fuse-overlayfs"})
_CLOUDS = (
    *("OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "My Drive", "Nextcloud", "ownCloud"),
    *("iCloud", "iCloudDrive", "iCloud Drive", "pCloudDrive", "Proton Drive"),
)
_APPLE_CLOUD, _APPLE_CLOUDS = "Library/Mobile Documents", "Library/CloudStorage"
_LOCKED_BYTE = 1 << 30
_MODEST = 10

if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int) -> bool:
        """Take the lock of an open file for this process; False when another has it."""
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def is_shared(path: Path) -> bool:
        """Say whether a path lies on another machine."""
        import ctypes  # noqa: PLC0415  only here

        anchor = path.resolve().anchor
        remote = 4
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == remote

    def sync_folder(folder: Path) -> None:
        """Nothing to do: Windows keeps the names of a folder by itself."""

    def bound_process(megabytes: int, seconds: int) -> None:
        """Put this process into a job that gives it no more memory and computing time.

        The numbers stand where a 64-bit JOBOBJECT_EXTENDED_LIMIT_INFORMATION has them.
        """
        import ctypes  # noqa: PLC0415  only here

        extended, myself = 9, ctypes.c_void_p(-1)
        by_time, by_memory, ends_silently = 0x2, 0x100, 0x400
        limits = (ctypes.c_ulonglong * 18)()
        limits[0], limits[14] = seconds * 10_000_000, megabytes << 20
        limits[2] = by_time | by_memory | ends_silently
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        if job := ctypes.c_void_p(kernel.CreateJobObjectW(None, None)):
            size = ctypes.sizeof(limits)
            kernel.SetInformationJobObject(job, extended, ctypes.byref(limits), size)
            kernel.AssignProcessToJobObject(job, myself)

    def make_modest(process: int) -> None:
        """Let a process yield to all others."""
        import ctypes  # noqa: PLC0415  only here

        may_set, below_normal = 0x0200, 0x4000
        held = ctypes.windll.kernel32.OpenProcess(may_set, 0, process)
        if held:
            ctypes.windll.kernel32.SetPriorityClass(held, below_normal)
            ctypes.windll.kernel32.CloseHandle(held)

    def is_screen_locked() -> bool:
        """Say whether the session of this user is locked (WTSINFOEX_LEVEL1, SessionFlags)."""
        import ctypes  # noqa: PLC0415  only here

        told, size = ctypes.c_void_p(), ctypes.c_ulong()
        this_session, extended, flags_at, locked = -1, 25, 16, 0
        services = ctypes.WinDLL("wtsapi32")
        if not services.WTSQuerySessionInformationW(
            None, this_session, extended, ctypes.byref(told), ctypes.byref(size)
        ):
            return False
        try:
            if told.value is None or size.value < flags_at + 4:
                return False
            return ctypes.c_long.from_address(told.value + flags_at).value == locked
        finally:
            services.WTSFreeMemory(told)

else:
    import fcntl
    import resource

    def lock(descriptor: int) -> bool:
        """Take the lock of an open file for this process; False when another has it."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def is_shared(path: Path) -> bool:
        """Say whether a path lies on another machine."""
        if sys.platform == "darwin":
            return not _is_local_on_mac(path)
        kind = filesystem_of(path, Path("/proc/self/mountinfo"))
        return kind in _SHARED or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE)

    def is_screen_locked() -> bool:
        """Say whether a Mac's screen is locked; elsewhere the desktop tells it by itself."""
        return sys.platform == "darwin" and _is_mac_locked()

    def sync_folder(folder: Path) -> None:
        """Make the names in a folder durable."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def bound_process(megabytes: int, seconds: int) -> None:
        """Give this process no more memory and computing time; it leaves no image of itself."""
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
            resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    def make_modest(process: int) -> None:
        """Let a process yield to all others."""
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process, _MODEST)


def filesystem_of(path: Path, mounts: Path) -> str:
    """Return the kind of file system a path lies on (Linux), or nothing."""
    target, best, kind = path.resolve(), -1, ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    for line in lines:
        before, _, after = line.partition(" - ")
        point = Path(before.split(" ")[4].encode().decode("unicode_escape"))
        if (target == point or point in target.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), after.split(" ")[0]
    return kind


def _is_local_on_mac(path: Path) -> bool:
    import ctypes  # noqa: PLC0415  only here

    flags_at, size, is_local = 64, 4096, 0x1000
    room, system = ctypes.create_string_buffer(size), ctypes.CDLL(None)
    statfs = getattr(system, "statfs$INODE64", None) or system.statfs
    if statfs(os.fsencode(path.resolve()), room) != 0:
        return True
    return bool(int.from_bytes(room.raw[flags_at : flags_at + 4], sys.byteorder) & is_local)


def cloud_of(path: Path, home: Path) -> str:
    """Return the name of the cloud service that copies a path behind our back, or nothing."""
    target = path.resolve()
    shelf = (home / _APPLE_CLOUDS).resolve()
    if shelf in target.parents:
        return target.relative_to(shelf).parts[0].partition("-")[0]
    for name, root in _cloud_roots(home):
        if root.parts and (target == root.resolve() or root.resolve() in target.parents):
            return name
    return next((name for name in _CLOUDS if any(_is_of(name, part) for part in target.parts)), "")


def _is_of(cloud: str, part: str) -> bool:
    return part == cloud or part.startswith((f"{cloud} - ", f"{cloud} ("))


def _cloud_roots(home: Path) -> list[tuple[str, Path]]:
    roots = [
        ("OneDrive", Path(value))
        for name, value in os.environ.items()
        if "ONEDRIVE" in name.upper()
    ]
    roots += [("iCloud", home / part) for part in (_APPLE_CLOUD, _APPLE_CLOUDS)]
    for base in (home / ".dropbox", Path(os.environ.get("APPDATA", "")) / "Dropbox"):
        try:
            told = json.loads((base / "info.json").read_text(encoding="utf-8"))
            roots += [("Dropbox", Path(account["path"])) for account in told.values()]
        except (OSError, ValueError, KeyError, AttributeError, TypeError):
            continue
    return roots


def reserve(path: Path, size: int) -> None:
    """Create a file that really occupies so many bytes; raises OSError and leaves nothing."""
    try:
        with path.open("xb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, size)
            else:
                for _ in range(0, size, 1 << 20):
                    file.write(bytes(1 << 20))
    except FileExistsError:
        return
    except OSError:
        path.unlink(missing_ok=True)
        raise


def free_bytes(folder: Path) -> int:
    """Return how much may still be written to the disk of a folder."""
    return shutil.disk_usage(folder).free


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file so that after a power cut it is the old one or the new one."""
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make what was written into a file durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def publish(fresh: Path, target: Path) -> None:
    """Give a finished file its name; raises FileExistsError instead of replacing anything."""
    try:
        os.link(fresh, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists():
            raise FileExistsError(str(target)) from None
        fresh.rename(target)
    else:
        fresh.unlink()
    sync_folder(target.parent)


def is_mine(path: Path) -> bool:
    """Say whether this user made a file; Windows keeps the folders of others shut by itself."""
    return sys.platform == "win32" or path.lstat().st_uid == os.getuid()


def machine() -> str:
    """Return the name of this computer."""
    return platform.node() or "?"


def user() -> str:
    """Return the name of who is logged in."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"


def bound_reader(megabytes: int, seconds: int) -> None:
    """Bound this process, which reads foreign files, and let it yield to all others."""
    bound_process(megabytes, seconds)
    make_modest(os.getpid())


def _is_mac_locked() -> bool:
    """Say what the window server tells of this session (CGSessionCopyCurrentDictionary)."""
    import ctypes  # noqa: PLC0415  only here

    frameworks = "/System/Library/Frameworks"
    try:
        graphics = ctypes.CDLL(f"{frameworks}/CoreGraphics.framework/CoreGraphics")
        core = ctypes.CDLL(f"{frameworks}/CoreFoundation.framework/CoreFoundation")
    except OSError:
        return False
    graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    for name in ("CFStringCreateWithCString", "CFDictionaryGetValue"):
        getattr(core, name).restype = ctypes.c_void_p
    session = graphics.CGSessionCopyCurrentDictionary()
    if not session:
        return False
    utf8 = 0x08000100
    name = core.CFStringCreateWithCString(None, b"CGSSessionScreenIsLocked", utf8)
    told, key = ctypes.c_void_p(session), ctypes.c_void_p(name)
    found = core.CFDictionaryGetValue(told, key)
    is_locked = bool(found) and bool(core.CFBooleanGetValue(ctypes.c_void_p(found)))
    for held in (told, key):
        core.CFRelease(held)
    return is_locked
