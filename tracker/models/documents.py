"""What was read: articles, official records, the readings of them, and where they came from."""

import datetime as dt

from sqlalchemy import BigInteger, Index

from tracker.models.base import Row, identity, means, moment, one_of

ARTICLE_KINDS = ("article", "press release", "official record")
PUBLISHED_SOURCES = ("given", "page", "feed", "front matter", "url", "text")
RECORD_ORIGINS = ("seeds", "import")


class Article(Row, table=True):
    """A document read: an article, a press release or an official record."""

    __tablename__ = "article"
    __table_args__ = (
        one_of("kind", ARTICLE_KINDS),
        one_of("published_source", PUBLISHED_SOURCES),
        Index("ix_article_published_at", "published_at"),
    )

    id: int | None = identity()
    sha256: str = means("Hash of the text: the same text is stored once.", unique=True)
    external_id: str | None = means(
        "Name that the caller gave it, such as an id in JSONL.", default=None
    )
    kind: str = means("article, press release or official record.")
    title: str | None = means("Headline.", default=None)
    url: str | None = means("Address that it was read from.", default=None)
    canonical_url: str | None = means(
        "Address without tracking parameters, as the page itself gives it.",
        default=None,
        index=True,
    )
    publisher: str | None = means("Who published it.", default=None, index=True)
    published_at: str | None = means(
        "Day of publication, ISO 8601, only as exact as it is known.", default=None
    )
    published_source: str | None = means(
        "What the day of publication was taken from.", default=None
    )
    published_time: dt.datetime | None = moment(
        "Moment of publication, UTC, where its source tells it.", default=None
    )
    seen_at: dt.datetime | None = moment(
        "When its page was fetched or its file last changed, UTC.", default=None
    )
    language: str | None = means("ISO 639 code of the language.", default=None)
    text: str = means("The whole text, headline first; every offset counts its characters.")
    near_hash: str | None = means(
        "Signature that similar texts share, for near-duplicates.", default=None, index=True
    )
    duplicate_of_id: int | None = means(
        "Article that this one repeats: it counts as no further source.",
        default=None,
        foreign_key="article.id",
        index=True,
    )
    version_of_id: int | None = means(
        "Older version of the same page that this text replaces.",
        default=None,
        foreign_key="article.id",
        index=True,
    )
    superseded_at: dt.datetime | None = moment(
        "When a newer version took its place, UTC.", default=None
    )
    ingested_at: dt.datetime = moment("When it was stored, UTC.")


class ArticleCopy(Row, table=True):
    """Another place where the text of an article stood, in other typography at most."""

    __tablename__ = "article_copy"

    id: int | None = identity()
    article_id: int = means("Article with the text.", foreign_key="article.id", index=True)
    url: str | None = means("Address that the copy was read from.", default=None)
    canonical_url: str | None = means(
        "That address without tracking parameters.", default=None, index=True
    )
    publisher: str | None = means("Who published the copy.", default=None)
    published_at: str | None = means("Day of the copy's publication, ISO 8601.", default=None)
    seen_at: dt.datetime = moment("When it was read, UTC.")


class PastRepeat(Row, table=True):
    """What an article counted as repeating before an older original came, for reports of then."""

    __tablename__ = "past_repeat"

    id: int | None = identity()
    article_id: int = means("The article.", foreign_key="article.id", index=True)
    duplicate_of_id: int | None = means(
        "Article that it counted as repeating; empty while it counted as repeating none.",
        default=None,
        foreign_key="article.id",
        index=True,
    )
    ended_at: dt.datetime = moment("Until when, UTC.")


class ArticleBand(Row, table=True):
    """A number that an article shares with texts that are alike, to find these by."""

    __tablename__ = "article_band"

    band: int = means("The number.", primary_key=True, sa_type=BigInteger)
    article_id: int = means(
        "Article that has it.", primary_key=True, foreign_key="article.id", index=True
    )


class ExtractionRun(Row, table=True):
    """One reading of one article by one version of the rules."""

    __tablename__ = "extraction_run"

    id: int | None = identity()
    article_id: int = means("Article read.", foreign_key="article.id", index=True)
    extractor: str = means("Name of the extractor, such as rules.")
    rules_version: str = means("Version of the program whose rules were used.")
    lexicon_sha256: str | None = means("Hash of the word lists that were used.", default=None)
    started_at: dt.datetime = moment("When the reading was stored, UTC.")
    superseded_at: dt.datetime | None = moment(
        "When a later reading of the article took its place, UTC.", default=None
    )


class OfficialRecord(Row, table=True):
    """What an official source newly said of a measure, as lines of text that claims quote."""

    __tablename__ = "official_record"
    __table_args__ = (one_of("origin", RECORD_ORIGINS),)

    id: int | None = identity()
    measure_id: int = means("Measure that it is about.", foreign_key="measure.id", index=True)
    origin: str = means("seeds for what ships with the program, import for what the user added.")
    source: str = means("Who says so, such as Congress.gov.")
    url: str | None = means("Public address of the record.", default=None)
    updated_on: dt.date | None = means("Day on which the source last changed it.", default=None)
    confidence: str | None = means(
        "How far it was checked; empty for the source itself.", default=None
    )
    text: str = means("One line for each fact that was new; every offset counts its characters.")
    sha256: str = means("Hash of the text.")
    recorded_at: dt.datetime = moment("When it was stored, UTC.")


class Feed(Row, table=True):
    """A feed that is watched."""

    __tablename__ = "feed"

    id: int | None = identity()
    url: str = means("Address of the feed.", unique=True)
    title: str | None = means("Title that it gives itself.", default=None)
    summary_only: bool = means("Whether entries are stored without fetching their page.")
    added_at: dt.datetime = moment("When it was added, UTC.")
    pulled_at: dt.datetime | None = moment("When it was last fetched, UTC.", default=None)
    next_pull_at: dt.datetime | None = moment("Not fetched before this, UTC.", default=None)
    failures: int = means("Failed fetches since the last good one.")
    last_error: str | None = means("What went wrong last.", default=None)


class LastFetch(Row, table=True):
    """What is known of an address from its last fetch, for conditional requests."""

    __tablename__ = "last_fetch"

    url: str = means("Address asked for.", primary_key=True)
    etag: str | None = means("ETag header.", default=None)
    last_modified: str | None = means("Last-Modified header.", default=None)
    fetched_at: dt.datetime = moment("When it was last asked for, UTC.")
    http_status: int | None = means("Status code of the answer.", default=None)
    article_id: int | None = means(
        "Article that it gave.", default=None, foreign_key="article.id", index=True
    )


class SavedQuery(Row, table=True):
    """A query that was saved under a name."""

    __tablename__ = "saved_query"

    name: str = means("Its name.", primary_key=True)
    sql: str = means("The SQL.")
    description: str | None = means("What it answers.", default=None)
    saved_at: dt.datetime = moment("When it was saved, UTC.")
