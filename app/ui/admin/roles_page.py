"""Roles: those that come with the program, told, and those that the office made, changed here."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from app.domain.admin.users import OwnRole
from app.lang.permission_words import area_word, deed_word, role_word
from app.lang.texts import mark, say_in
from app.services import roles
from app.services.permissions import Permission
from app.services.roles import RoleRow
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language, many

TABLES = frozenset({"user_account", "user_role"})
FIXED = mark("This role comes with Backdesk and stays as it is. A new role can have other rights.")


class RolesPage(ListedForm[RoleRow]):
    """Lists roles; the form says what each may, area by area."""

    recorded = "user_role"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._rows: tuple[RoleRow, ...] = ()
        super().__init__(shell, strip, _("Roles"))
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, roles.rows)

    def lines(self) -> Sequence[tuple[RoleRow, str]]:
        say = say_in(language())
        return [(row, _named(role_word(row.name, say), row.users)) for row in self._rows]

    def make_form(self) -> Form:
        one, form, say = self.chosen, Form(), say_in(language())
        is_ours = one is None or not one.is_built_in
        self.name = TextEdit()
        self.name.put(role_word(one.name, say) if one else "")
        self.name.setReadOnly(one is not None)
        form.add("name", _("Name"), self.name, columns=12)
        if not is_ours:
            form.place(plain_label(_(FIXED), "muted"))
        self.held: dict[str, CheckEdit] = {}
        values = [each.value for each in Permission]
        for _area, some in groupby(values, lambda value: value.partition(".")[0]):
            rights = list(some)
            area = area_word(rights[0], say)
            form.heading(area)
            for right in rights:
                box = self.held[right] = CheckEdit(deed_word(right, say))
                box.put(bool(one and right in one.permissions))
                box.setEnabled(is_ours)
                form.add(f"rights.{right}", "", box, columns=4)
                form.cell(f"rights.{right}").label.hide()
                box.setAccessibleName(f"{area}: {box.text()}")
        self.save_button.setEnabled(is_ours)
        return form

    def send(self) -> None:
        client, one = self.shell.client, self.chosen
        held = tuple(right for right, box in self.held.items() if box.value())
        if one is None:
            client.errand(self._saved, roles.add, self.name.value(), held, refused=self.refused)
        elif not one.is_built_in:
            changed = OwnRole(one.id, one.name, held, one.version)
            client.errand(self._saved, roles.change, changed, refused=self.refused)

    def _saved(self, role: OwnRole) -> None:
        row = RoleRow(role.id, role.name, role.permissions, 0, is_built_in=False)
        self.saved(row)

    def _show(self, found: tuple[RoleRow, ...]) -> None:
        self._rows = found
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.ask()


def _named(role: str, users: int) -> str:
    """Return a role with how many users have it, if any."""
    held = many("{n} user", "{n} users", users)
    return f"{role} · {held}" if users else role
