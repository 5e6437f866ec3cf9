"""Options for reading articles, shared by the commands that do."""

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders and urls; - is standard input."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication, like 2025-05-14."),
]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where it was published.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The headline.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
OwnWords = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="Words of your own: issuers, nicknames, acronyms, acts, verbs.",
        show_default=False,
    ),
]
