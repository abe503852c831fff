"""What can be done with applicants, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_HIRING = ("record", "employees")

RECRUITING: tuple[Action, ...] = (
    Action(
        "employees.recruiting",
        mark("Recruiting"),
        *_HIRING,
        icon="user-plus",
        tip=mark("Who applied, how far it is, and until when each is known"),
        is_apart=True,
    ),
    Action("applicant.new", mark("New application…"), *_HIRING, icon="user-plus"),
    Action("applicant.change", mark("Change the application…"), *_HIRING, icon="pencil"),
    Action("applicant.next", mark("Next stage"), *_HIRING, icon="chevron-right"),
    Action("applicant.hire", mark("Hire…"), *_HIRING, icon="user-check"),
    Action("applicant.turn-down", mark("Turn down"), *_HIRING, icon="x"),
    Action("applicant.withdraw", mark("The applicant withdrew"), *_HIRING, icon="arrow-back-up"),
    Action("applicant.reopen", mark("Take up again"), *_HIRING, icon="restore"),
    Action(
        "applicant.forget",
        mark("Forget the applicant…"),
        *_HIRING,
        icon="eraser",
        tip=mark("Destroy the key of the applicant: nobody reads who it was"),
    ),
    Action("applicant.forget-due", mark("Forget who is past the day…"), *_HIRING, icon="eraser"),
)
