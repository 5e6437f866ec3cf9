"""The day and the knowledge that a question is as of, as options."""

from datetime import date, datetime
from typing import Annotated

import typer

from tracker.cli.moments import as_day, as_moment

AsOf = Annotated[
    date | None,
    typer.Option(
        metavar="DAY", parser=as_day, show_default=False, help="Tell what was so on that day."
    ),
]
KnownAt = Annotated[
    datetime | None,
    typer.Option(
        metavar="TIME",
        parser=as_moment,
        show_default=False,
        help="Tell what the store knew at that time (UTC).",
    ),
]
