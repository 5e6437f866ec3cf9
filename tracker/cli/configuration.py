"""Defaults of options from a file: `config.toml` in the user's configuration directory.

The command line goes before the environment, the environment before the file, the file before
the defaults of the program. A key is the name of an option; a table is a command:

    database = "postgresql://localhost/tracker"
    format = "csv"

    [sql]
    timeout = 30

    [report.bills]
    target = "RU"
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tracker.errors import UsageError

VARIABLE = "TRACKER_CONFIG"


def default_file() -> Path:
    """The file that is read where `TRACKER_CONFIG` names none."""
    from platformdirs import user_config_path

    return user_config_path("tracker", appauthor=False) / "config.toml"


def defaults_from_file(command: Any) -> dict[str, Any]:
    """Read the defaults of a command and of all below it.

    Args:
        command: The command group, as typer makes it.

    Returns:
        Defaults by option, and by command below that.

    Raises:
        UsageError: The file is no TOML, or names an option that there is not.
    """
    given = os.environ.get(VARIABLE)
    path = Path(given) if given else default_file()
    try:
        written = _written(path)
    except FileNotFoundError:
        if given:
            raise UsageError(
                "there is no such file", where=given, cure=f"mend {VARIABLE}"
            ) from None
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(str(error), where=str(path), cure="mend the file") from None
    return _defaults(command, written, {}, str(path), "")


def _written(path: Path) -> dict[str, Any]:
    """What the file says; most users have none, and wait for no parser."""
    text = path.read_text(encoding="utf-8")
    import tomllib

    return tomllib.loads(text)


def _defaults(
    command: Any, written: Mapping[str, Any], everywhere: dict[str, Any], path: str, at: str
) -> dict[str, Any]:
    members: dict[str, Any] = getattr(command, "commands", {})
    by_option = _parameters(command)
    if members:
        everywhere = everywhere | {
            key: value for key, value in written.items() if key not in members
        }
    found: dict[str, Any] = {
        by_option[key]: str(value) if not isinstance(value, (bool, list)) else value
        for key, value in {**everywhere, **written}.items()
        if key in by_option and not isinstance(value, Mapping)
    }
    for key, value in written.items():
        if key in members and isinstance(value, Mapping):
            continue
        if key not in by_option and not _below(command, key):
            raise UsageError(f"there is no option {at}{key}", where=path, cure="take it out")
    for name, member in members.items():
        inner = written.get(name)
        options = inner if isinstance(inner, Mapping) else {}  # `db` is an option and a command
        found[name] = _defaults(member, options, everywhere, path, f"{at}{name}.")
    return found


def _parameters(command: Any) -> dict[str, str]:
    """The names that typer has for options, by their long form without dashes."""
    return {
        option.removeprefix("--"): parameter.name
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    }


def _below(command: Any, key: str) -> bool:
    return any(
        key in _parameters(member) or _below(member, key)
        for member in getattr(command, "commands", {}).values()
    )
