"""What alembic runs: our own tables only, on the connection that `open_database` gives."""

from __future__ import annotations

from typing import Any

from alembic import context


def _ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    return kind != "table" or name in context.config.attributes["metadata"].tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    include_object=_ours,
    render_as_batch=True,
    transactional_ddl=True,
    version_table="heyan_version",
)
with context.begin_transaction():
    context.run_migrations()
