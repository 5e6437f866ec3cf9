"""The store: connections, schema, writing records, linking them to measures and people."""
