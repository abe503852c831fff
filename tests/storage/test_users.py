"""Users and roles come back as they were written."""

from __future__ import annotations

from app.domain.admin.users import Limit, OwnRole, User
from app.domain.shared.ids import RoleId, UserId
from app.domain.shared.money import Money
from app.storage.database import Database

ANNA = User(
    UserId(1),
    "Anna",
    "Anna Aalto",
    ("owner", "sales"),
    limits=(Limit("invoices.issue", Money(500_00, "EUR")),),
    version=1,
)


def test_a_user_comes_back_and_is_found_by_name(database: Database) -> None:
    with database.write() as unit:
        unit.users.add(ANNA)

        assert unit.users.get(ANNA.id) == ANNA
        assert unit.users.named(" anna") == ANNA
        assert unit.users.named("Ann") is None
        assert unit.users.is_let_in("ANNA")
        assert not unit.users.is_let_in("Ann")


def test_a_role_comes_back(database: Database) -> None:
    shop = OwnRole(RoleId(2), "Shop", ("invoices.read",), 1)
    with database.write() as unit:
        unit.roles.add(shop)

        assert unit.roles.all() == (shop,)
