"""A grid of characters to draw on, as wide as a terminal."""

from itertools import groupby

from tracker.cli.output.layout import width_of


class Canvas:
    """Cells that each hold a character and the terminal style that it is drawn in.

    What is written over the right or lower edge is left out; what is written later covers
    what was there.
    """

    def __init__(self, width: int, height: int) -> None:
        """Make an empty one of `height` lines of `width` cells."""
        self.width = width
        self._cells = [[(" ", "")] * width for _ in range(height)]

    def write(self, row: int, column: int, text: str, style: str = "") -> None:
        """Write text from a cell on.

        Args:
            row: The line, counted from the top.
            column: The first cell, counted from the left.
            text: One line, without control characters.
            style: Parameters of a terminal's SGR sequence, like `1;34`.
        """
        line = self._cells[row]
        for character in text:
            cells = width_of(character)
            if column + max(cells, 1) > self.width:
                return
            if cells == 0 and column > 0:
                line[column - 1] = (line[column - 1][0] + character, style)
                continue
            line[column] = (character, style)
            if cells == 2:
                line[column + 1] = ("", style)
            column += cells

    def lines(self, *, color: bool) -> list[str]:
        """The lines, without the spaces at their ends."""
        return [_line(cells, color=color) for cells in self._cells]


def _line(cells: list[tuple[str, str]], *, color: bool) -> str:
    plain = "".join(character for character, _ in cells).rstrip()
    if not color:
        return plain
    styled = ""
    for style, run in groupby(cells, key=lambda cell: cell[1]):
        text = "".join(character for character, _ in run)
        styled += f"\x1b[{style}m{text}\x1b[0m" if style else text
    return styled.rstrip()
