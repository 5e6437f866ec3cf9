"""Command groups: plain help that keeps its lines, and the help where no command is named."""

import typer
from typer import _completion_shared

# Bash parts words at @, so that it would look for a command's second argument after "@NAME".
_completion_shared._completion_scripts["bash"] += "\nCOMP_WORDBREAKS=${COMP_WORDBREAKS//@}\n"  # noqa: SLF001  there is no public way


def group(about: str, *, name: str | None = None, add_completion: bool = False) -> typer.Typer:
    """Make a command group.

    Args:
        about: What the group's `--help` says.
        name: Its name, where it is not added to another group. Variables of the environment
            begin with it; those of a group below get their names from that group's.
        add_completion: Whether it has the options that install shell completion.

    Returns:
        The group, without commands.
    """
    prefix = {"auto_envvar_prefix": name.upper()} if name else {}
    return typer.Typer(
        name=name,
        help=about,
        add_completion=add_completion,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={
            "help_option_names": ["--help", "-h"],
            "max_content_width": 100,
            **prefix,
        },
    )
