"""Kept files: the bytes that wait with a request, sealed, until somebody decides about it.

With the key of the files of the office, or where the request is behind the wall with that of its
person. So who reads the rows of a server reads no file in them.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.admin.approvals import parts_of, with_files
from app.domain.shared.ids import EmployeeId
from app.storage.keys import Keys
from app.storage.person_keys import PersonKey, sealed, unsealed

if TYPE_CHECKING:
    # The keys of an office are opened before SQLAlchemy is loaded, which the wall speaks.
    from app.storage.wall import Wall

_MARKS = str.maketrans("+/=", "_\u00e4\u00f6")
_BACK = str.maketrans("_\u00e4\u00f6", "+/=")
"""What is sealed is one word: where names of people are searched for and erased, none is in it."""
_PURPOSE = b"files that wait with a request"


class KeptFiles:
    """Seals and opens the bytes of files, acting under the wall of one transaction."""

    def __init__(self, keys: Keys, wall: Wall) -> None:
        self._keys = keys
        self._wall = wall

    def sealed(self, approval_id: int, contents: Sequence[bytes], person: EmployeeId | None) -> str:
        """Return the bytes of the files of a request, sealed for it alone."""
        whole, bound = b"".join(contents), _bound(approval_id)
        if person is not None:
            return self._wall.seal(person, bound, whole).translate(_MARKS)
        return sealed(_key_of(self._keys), whole, bound).translate(_MARKS)

    def opened(
        self, approval_id: int, lying: str, sizes: Sequence[int], person: EmployeeId | None
    ) -> tuple[bytes, ...]:
        """Return the bytes of each file; raises BehindWall, KeyGone, SealBroken."""
        text, bound = lying.translate(_BACK), _bound(approval_id)
        if person is not None:
            whole = self._wall.unseal(person, bound, text, bytes)
        else:
            whole = unsealed(_key_of(self._keys), text, bound)
        ends = [sum(sizes[: place + 1]) for place in range(len(sizes))]
        return tuple(whole[end - size : end] for end, size in zip(ends, sizes, strict=True))


def renewed(approval_id: int, arguments: str, before: Keys, after: Keys) -> str:
    """Return what a request holds, its files sealed with other keys; raises SealBroken.

    Those behind the wall are left: the key of a person stays what it was.
    """
    asked, files = parts_of(arguments)
    if not files or "person" in json.loads(asked):
        return arguments
    bound = _bound(approval_id)
    whole = unsealed(_key_of(before), files.translate(_BACK), bound)
    return with_files(asked, sealed(_key_of(after), whole, bound).translate(_MARKS))


def _key_of(keys: Keys) -> PersonKey:
    return PersonKey(hmac.digest(keys.files, _PURPOSE, hashlib.sha256), b"")


def _bound(approval_id: int) -> str:
    return f"approval|{approval_id}|files"
