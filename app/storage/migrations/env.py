"""How Alembic runs our migrations: on the one connection that it is given, in its transaction."""

from __future__ import annotations

from alembic import context

given = context.config.attributes
context.configure(
    connection=given["connection"],
    version_table=given["version_table"],
    transaction_per_migration=False,
    render_as_batch=given["connection"].dialect.name == "sqlite",
)
context.run_migrations(part=given["part"])
