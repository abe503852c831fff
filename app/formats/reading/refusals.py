"""Why a file is not read: each cause is told to the clerk with what to do."""

from __future__ import annotations

from app.domain.shared.refusals import Refusal


class EmptyFile(Refusal):
    """There is nothing in the file, not one byte."""

    code = "reading.empty"


class DamagedFile(Refusal):
    """The file is cut off or damaged: it is not what it says to be."""

    code = "reading.damaged"


class LockedFile(Refusal):
    """The file opens with a password only; ``why`` says of what kind it is."""

    code = "reading.locked"


class WrongPassword(Refusal):
    """The password does not open the file."""

    code = "reading.wrong-password"


class TooLargeToRead(Refusal):
    """The file is larger than is read; it is filed all the same."""

    code = "reading.too-large"


class UnpacksTooLarge(Refusal):
    """The file unpacks to far more than a document ever holds."""

    code = "reading.unpacks-too-large"


class NestedTooDeep(Refusal):
    """The parts of the file are nested deeper than any program writes them."""

    code = "reading.too-deep"


class DeclaresEntities(Refusal):
    """The file declares entities, by which a few bytes become any number of them."""

    code = "reading.declares-entities"


class TookTooLong(Refusal):
    """A step of reading did not end in the time that is allowed."""

    code = "reading.took-too-long"


class BrokeDown(Refusal):
    """The reader broke down over the file, or it needs too much memory."""

    code = "reading.broke-down"
