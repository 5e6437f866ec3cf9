"""`python -m tracker`: the command, where its script is not on the path."""

from tracker.cli.main import run

run()
