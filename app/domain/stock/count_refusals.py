"""What stands in the way of counting, approving and posting."""

from __future__ import annotations

from app.domain.shared.problems import Rule
from app.domain.shared.refusals import Conflict, IllegalTransition, Refusal

NEGATIVE = Rule("counts.negative", "value")
NOT_ONE = Rule("counts.not-one", "value")
IN_FUTURE = Rule("counts.in-future", "at")
BEFORE_START = Rule("counts.before-start", "at", "started")
WITHOUT_REASON = Rule("counts.without-reason", "difference")
WITHOUT_LOT = Rule("counts.without-lot", "product")
WITHOUT_CANCEL_REASON = Rule("counts.without-cancel-reason")


class NotInState(IllegalTransition):
    """The count is further on, or not yet there: what was asked for has its own state."""

    code = "counts.not-in-state"


class PostedAlready(IllegalTransition):
    """The count was posted: its differences are in the books, once."""

    code = "counts.posted-already"


class CountedAlready(Conflict):
    """Somebody else counted the line since it was shown; nothing is written over."""

    code = "counts.counted-already"


class NotCounted(Refusal):
    """The line was not counted yet: there is nothing to count once more."""

    code = "counts.not-counted"


class LinesLeft(Refusal):
    """Lines are not counted, and nobody said that they stay as the books have them."""

    code = "counts.lines-left"


class NothingCounted(Refusal):
    """No line was counted: there is nothing to look at."""

    code = "counts.nothing-counted"


class DifferenceNotApproved(Refusal):
    """A difference is above the limit, and no second person approved it."""

    code = "counts.not-approved"


class OwnApproval(Refusal):
    """Who counted cannot approve: the second person is another one."""

    code = "counts.own-approval"


class NothingToCount(Refusal):
    """Nothing of what was chosen lies in the warehouse."""

    code = "counts.nothing-to-count"


class NotAWarehouse(Refusal):
    """A count is of a warehouse, and this place is none."""

    code = "counts.not-a-warehouse"


class Elsewhere(Refusal):
    """The place does not stand in the warehouse that is counted."""

    code = "counts.elsewhere"


class CountedElsewhere(Refusal):
    """Another open count has the spot; a difference found by both would be booked twice."""

    code = "counts.counted-elsewhere"
