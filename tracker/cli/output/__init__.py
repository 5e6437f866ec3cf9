"""How listings and records reach stdout: one set of formats for every command."""

from tracker.cli.output.formats import OutputFormat, show

__all__ = ["OutputFormat", "show"]
