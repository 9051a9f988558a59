"""What sending callbacks needs: who sends one now, how it ended, which secret of a key is the current one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("api_keys", sa.Column("secret_number", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("api_keys", sa.Column("old_secret_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("callbacks", sa.Column("host", sa.Text(), nullable=False, server_default=""))
    op.add_column("callbacks", sa.Column("claim", sa.Text(), nullable=True))
    op.add_column("callbacks", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_callbacks_url"), "callbacks", ["url"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("steps lead forward alone; restore a backup instead")
