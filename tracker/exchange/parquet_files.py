"""Tables as Parquet, with the types of their columns. Needs the extra `parquet`."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from tracker.errors import UsageError
from tracker.exchange.formats import (
    BATCH_ROWS,
    Batch,
    Batches,
    check_columns,
    kinds,
    unreadable,
)

try:
    import pyarrow as pa
    from pyarrow import parquet
except ImportError:
    raise UsageError(
        "what reads and writes Parquet is not installed",
        cure='run "pip install sanctions-tracker[parquet]", or use another format',
    ) from None

_TYPES = {
    bool: pa.bool_(),
    int: pa.int64(),
    str: pa.string(),
    date: pa.date32(),
    datetime: pa.timestamp("us"),
}


def write(path: Path, table: Table, batches: Batches) -> None:
    """Write a table, one row group a batch."""
    schema = _schema(table)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in batches():
            writer.write_batch(pa.RecordBatch.from_pylist(batch, schema))


def read(path: Path, table: Table) -> Iterator[Batch]:
    """Read a table.

    Raises:
        InputError: The file is no Parquet, or has other columns.
    """
    try:
        with parquet.ParquetFile(path) as file:
            check_columns(file.schema_arrow.names, table)
            for batch in file.iter_batches(BATCH_ROWS):
                yield batch.to_pylist()
    except (ValueError, pa.ArrowException) as error:
        raise unreadable(path, table, str(error).splitlines()[0]) from None


def _schema(table: Table) -> Any:
    return pa.schema([(name, _TYPES[kind]) for name, kind in kinds(table).items()])
