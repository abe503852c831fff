"""What is wrong with a user, a role and a password is told by field."""

from __future__ import annotations

from app.domain.admin.users import (
    LONGEST_NAME,
    Limit,
    OwnRole,
    User,
    UserForm,
    password_problems,
    problems,
    role_problems,
    tidied,
)
from app.domain.shared.ids import RoleId, UserId
from app.domain.shared.money import Money

ANNA = User(UserId(1), "Anna", "Anna Aalto", ("owner",))
KNOWN = (("owner", "sales"), ("invoices.issue",))


def told(form: UserForm) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in problems(form, (ANNA,), KNOWN)]


def test_a_tidy_form_has_each_role_once_and_a_name_to_show() -> None:
    form = tidied(UserForm("  Boon \n Sri ", "", ("sales", "sales")))

    assert (form.name, form.full_name, form.roles) == ("Boon Sri", "Boon Sri", ("sales",))
    assert told(form) == []


def test_a_name_is_needed_and_nobody_elses() -> None:
    assert ("name", "users.no-name") in told(UserForm("", roles=("sales",)))
    assert ("name", "users.name-taken") in told(UserForm("ANNA", roles=("sales",)))
    assert ("name", "users.name-too-long") in told(UserForm("x" * (LONGEST_NAME + 1)))


def test_a_user_without_roles_is_warned_of_and_an_unknown_role_refused() -> None:
    (warned,) = problems(UserForm("Boon"), (), KNOWN)

    assert (warned.code, warned.is_warning) == ("users.no-role", True)
    assert told(UserForm("Boon", roles=("king",))) == [("roles", "users.unknown-role")]


def test_a_limit_is_of_a_known_permission_and_not_below_nothing() -> None:
    limits = (Limit("x", Money(1, "EUR")), Limit("invoices.issue", Money(-1, "EUR")))

    assert told(UserForm("Boon", roles=("sales",), limits=limits)) == [
        ("limits.0", "users.unknown-permission"),
        ("limits.1", "users.limit-below-nothing"),
    ]


def test_a_role_has_a_name_of_its_own_and_known_permissions() -> None:
    role = OwnRole(RoleId(1), "Sales", ("invoices.issue", "x"))

    found = role_problems(role, ("sales",), KNOWN[1])

    assert [one.code for one in found] == ["users.name-taken", "users.unknown-permission"]
    assert role_problems(OwnRole(RoleId(1), "Shop", ()), ("sales",), KNOWN[1]) == ()


def test_a_password_is_long_enough_and_not_the_name() -> None:
    assert [one.code for one in password_problems("short", "anna")] == ["users.password-too-short"]
    assert [one.code for one in password_problems("Annabella", "annabella")] == [
        "users.password-is-name"
    ]
    assert password_problems("correct horse", "anna") == ()
