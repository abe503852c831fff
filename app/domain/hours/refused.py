"""Why hours are refused: each cause with its code, and the rules of what is written."""

from __future__ import annotations

from app.domain.shared.problems import Rule
from app.domain.shared.refusals import IllegalTransition, NotFound, Refusal


class WeekNotOpen(IllegalTransition):
    """Only the hours of an open week can be changed, and only an open week is submitted."""

    code = "hours.week-not-open"


class WeekNotSubmitted(IllegalTransition):
    """Only a submitted week is approved."""

    code = "hours.week-not-submitted"


class WeekNotApproved(IllegalTransition):
    """Only an approved week is handed to payroll."""

    code = "hours.week-not-approved"


class WeekLocked(IllegalTransition):
    """A week that payroll has taken never changes again."""

    code = "hours.week-locked"


class WeekNotDecided(IllegalTransition):
    """Only a week that was submitted or approved is opened again."""

    code = "hours.week-not-decided"


class ClockRuns(Refusal):
    """The clock of the person runs already, or still runs in the week that is submitted."""

    code = "hours.clock-runs"


class ClockStands(NotFound):
    """The clock of the person does not run."""

    code = "hours.clock-stands"


class ClockForgotten(Refusal):
    """The clock has run longer than anybody works at a stretch: one has to say when work ended."""

    code = "hours.clock-forgotten"


class NothingWorked(Refusal):
    """The work would end before it began, or in the same minute."""

    code = "hours.nothing-worked"


class Overlapping(Refusal):
    """The person worked at that time already: nobody works twice at once."""

    code = "hours.overlapping"


class NoSuchTime(Refusal):
    """The clock skipped that time when it was put forward."""

    code = "hours.no-such-time"


class DayTooLong(Refusal):
    """More than 24 hours at a stretch, or of one day."""

    code = "hours.too-long"


class ToCome(Refusal):
    """Hours are written when they were worked, not before."""

    code = "hours.to-come"


class DayOutOfReach(Refusal):
    """Nobody's hours are of such a day: its year was mistyped."""

    code = "hours.day-out-of-reach"


class PauseTooLong(Refusal):
    """The pause is longer than the work, or below nothing."""

    code = "hours.pause-too-long"


class NotEmployedThen(Refusal):
    """The person did not work here on that day."""

    code = "hours.not-employed-then"


class NothingToCopy(Refusal):
    """The week before has no hours, or the days that it would be copied to have some."""

    code = "hours.nothing-to-copy"


RULE_WITHOUT_NAME = Rule("hours.rule-without-name")
RULE_WITHOUT_DAY = Rule("hours.rule-without-day")
PERCENT_OUT_OF_RANGE = Rule("hours.percent-out-of-range", "percent")
STEPS_OUT_OF_ORDER = Rule("hours.steps-out-of-order")
LIMIT_OUT_OF_RANGE = Rule("hours.limit-out-of-range", "hours")
SAME_RULE = Rule("hours.same-rule", "day")
