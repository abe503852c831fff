"""Time zones: that of a country, or of the machine where a country has many."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class MachineZone(tzinfo):
    """The zone that the machine is set to, with its changes of the clock."""

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        return self._local(dt).utcoffset() if dt is not None else None

    def dst(self, dt: datetime | None) -> timedelta | None:
        return None

    def tzname(self, dt: datetime | None) -> str | None:
        return self._local(dt).tzname() if dt is not None else None

    def fromutc(self, dt: datetime) -> datetime:
        local = (dt.replace(tzinfo=None) - _EPOCH).total_seconds()
        wall = datetime.fromtimestamp(local)  # noqa: DTZ006  the machine's own wall clock is asked
        return wall.replace(tzinfo=self)

    def _local(self, dt: datetime) -> datetime:
        return dt.replace(tzinfo=None).astimezone()


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  moments without a zone are in UTC here


@cache
def zone_named(name: str) -> tzinfo:
    """Return a zone by its name; where it is empty or unknown here, that of the machine."""
    try:
        return ZoneInfo(name) if name else MachineZone()
    except ZoneInfoNotFoundError:
        return MachineZone()
