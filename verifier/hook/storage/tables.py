"""All tables of the hook and the desk, as SQLAlchemy Core describes them. DBOS keeps its own beside them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

STATES = ("received", "reading", "verifying", "done", "failed")
ROLES = ("reviewer", "admin")
SCOPES = ("submit", "read", "review", "metrics")


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment, always aware and in UTC; SQLite forgets the zone, so it is put back."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Text, primary_key=True)


def _application(**options: Any) -> sa.Column[Any]:
    return sa.Column("application_id", sa.ForeignKey("applications.id", ondelete="CASCADE"), nullable=False, **options)


def _user() -> sa.Column[Any]:
    return sa.Column("user_id", sa.ForeignKey("users.id"), nullable=False)


api_keys = sa.Table(
    "api_keys",
    metadata,
    _id(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False, unique=True),  # sha256: the key itself is 256 random bits
    sa.Column("scopes", sa.JSON, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("revoked_at", Moment),
    # Callbacks are signed with secret `secret_number` of the key and, until `old_secret_until`, with the one before it;
    # the secrets themselves are not kept (callbacks/secrets.py).
    sa.Column("secret_number", sa.Integer, nullable=False, default=0, server_default="0"),
    sa.Column("old_secret_until", Moment),
)

# `run` counts how often the whole was handed to the jobs: a new file is a new run. `report` is the machine's, a
# heyan-report/1 of one applicant, and `report_run` the run that it is of.
# `version` grows with everything that happens to the application, by a job or at the desk.
applications = sa.Table(
    "applications",
    metadata,
    _id(),
    sa.Column("key_id", sa.ForeignKey("api_keys.id"), nullable=False),
    sa.Column("idempotency_key", sa.Text),
    sa.Column("body_hash", sa.Text, nullable=False),
    sa.Column("applicant_id", sa.Text, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("profile", sa.JSON, nullable=False),
    sa.Column("rule_pack", sa.Text, nullable=False),
    sa.Column("state", sa.Enum(*STATES, name="state", native_enum=False, create_constraint=True), nullable=False),
    sa.Column("version", sa.Integer, nullable=False, default=1),
    sa.Column("run", sa.Integer, nullable=False, default=1),
    sa.Column("pages", sa.Integer, nullable=False, default=0),
    sa.Column("pages_done", sa.Integer, nullable=False, default=0),
    sa.Column("report", sa.JSON(none_as_null=True)),
    sa.Column("report_run", sa.Integer),
    sa.Column("verdict", sa.Text),
    sa.Column("failure", sa.Text),
    sa.Column("callback_url", sa.Text),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("updated_at", Moment, nullable=False),
    sa.UniqueConstraint("key_id", "idempotency_key"),
    sa.Index(None, "state", "created_at"),
    sa.Index(None, "created_at"),
)

# `reading` is the blob with the file's reading (storage/readings.py), which stays as it was when the program is updated.
files = sa.Table(
    "files",
    metadata,
    _application(primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, nullable=False, index=True),
    sa.Column("bytes", sa.BigInteger, nullable=False),
    sa.Column("role", sa.Text),
    sa.Column("place", sa.Integer, nullable=False, default=0),
    sa.Column("pages", sa.Integer),
    sa.Column("reading", sa.Text, index=True),
    sa.Column("received_at", Moment, nullable=False),
)

# `next_at` is when it is due, or while it is being sent when its sender counts as dead; `claim` is that sender's.
callbacks = sa.Table(
    "callbacks",
    metadata,
    _id(),
    _application(index=True),
    sa.Column("url", sa.Text, nullable=False, index=True),
    sa.Column("host", sa.Text, nullable=False, default="", server_default=""),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, default=0),
    sa.Column("next_at", Moment),
    sa.Column("last_error", sa.Text),
    sa.Column("claim", sa.Text),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sa.Index(None, "state", "next_at"),
)

users = sa.Table(
    "users",
    metadata,
    _id(),
    sa.Column("login", sa.Text, nullable=False, unique=True),
    sa.Column("display_name", sa.Text, nullable=False),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("role", sa.Enum(*ROLES, name="role", native_enum=False, create_constraint=True), nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("disabled_at", Moment),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("token_hash", sa.Text, primary_key=True),
    sa.Column("user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("csrf", sa.Text, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False, index=True),
    sa.Column("last_seen", Moment, nullable=False),
)

claims = sa.Table(
    "claims",
    metadata,
    _application(primary_key=True),
    _user(),
    sa.Column("since", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
)

decisions = sa.Table(
    "decisions",
    metadata,
    _id(),
    _application(index=True),
    sa.Column("check", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column(
        "status",
        sa.Enum("pass", "fail", name="decision_status", native_enum=False, create_constraint=True),
        nullable=False,
    ),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False),  # fingerprint of the finding as the reviewer saw it
    _user(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("undone_at", Moment),
)

# `document` names a document by file and pages ("scan.pdf#1-3"), `field` by name and index among those of that name
# ("year[0]"): the numbers d1, d2 … change when a file is added.
corrections = sa.Table(
    "corrections",
    metadata,
    _id(),
    _application(index=True),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("old", sa.Text),
    sa.Column("new", sa.Text),
    _user(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("undone_at", Moment),
)

notes = sa.Table(
    "notes",
    metadata,
    _id(),
    _application(index=True),
    sa.Column("text", sa.Text, nullable=False),
    _user(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("undone_at", Moment),
)

returns = sa.Table(
    "returns",
    metadata,
    _id(),
    _application(index=True),
    sa.Column("letter", sa.Text, nullable=False),  # a blob
    sa.Column("run", sa.Integer, nullable=False),  # a new run, with what the applicant handed in again, ends the return
    _user(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("undone_at", Moment),
)

# What a worker has read since it started, in `seconds` of its reading processes; storage/workers.py.
workers = sa.Table(
    "workers",
    metadata,
    _id(),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("seen_at", Moment, nullable=False),
    sa.Column("jobs", sa.Integer, nullable=False),
    sa.Column("pages", sa.BigInteger, nullable=False),
    sa.Column("seconds", sa.Float, nullable=False),
)

# No personal data in `details`: this table is never purged, and triggers refuse to change it.
audit = sa.Table(
    "audit",
    metadata,
    sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("at", sa.Text, nullable=False),  # ISO text: the hash is over exactly what is stored
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False, index=True),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Column("previous_hash", sa.Text, nullable=False, unique=True),
    sa.Column("hash", sa.Text, nullable=False, unique=True),
)
