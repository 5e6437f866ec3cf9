"""How listings and records reach stdout: one set of formats for every command."""

from tracker.cli.output.formats import OutputFormat, json_text, one_of, show

__all__ = ["OutputFormat", "json_text", "one_of", "show"]
