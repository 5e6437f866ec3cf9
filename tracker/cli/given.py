"""Options that say of articles what they do not say of themselves."""

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
