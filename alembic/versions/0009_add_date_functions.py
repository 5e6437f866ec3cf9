"""Give PostgreSQL the functions of dates that SQLite gets when a query is run."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FUNCTIONS = (
    "days_ago(integer) RETURNS date LANGUAGE sql STABLE RETURN CURRENT_DATE - $1",
    "days_between(date, date) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $2 - $1",
    "month(date) RETURNS text LANGUAGE sql STABLE RETURN to_char($1, 'YYYY-MM')",
    "month(text) RETURNS text LANGUAGE sql IMMUTABLE RETURN substr($1, 1, 7)",
)
"""`month` takes dates that are only as exact as told, which are text, too."""


def upgrade() -> None:
    """Make the change."""
    if op.get_bind().dialect.name == "postgresql":
        for function in FUNCTIONS:
            op.execute(f"CREATE FUNCTION {function}")


def downgrade() -> None:
    """Take it back."""
    if op.get_bind().dialect.name == "postgresql":
        for function in FUNCTIONS:
            op.execute(f"DROP FUNCTION {function.partition(' RETURNS')[0]}")
