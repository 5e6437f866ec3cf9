"""Learn the weights of the extraction's models from annotated articles.

    python scripts/learn_weights.py DOCS.jsonl GOLD.jsonl SCORE.py [--held-back 5:4]

The project's own samples, `seeds/articles` with `tests/extraction/samples.gold.jsonl`, are
learnt from too, each counted several times: they are few, and written for kinds of claims that
news tells seldom and readers need surely.

DOCS and GOLD are articles and their records as `tracker extract` prints them; SCORE.py is the
scorer whose `pair_up` says which predicted measure is which. Logistic regression with L2
regularisation, fitted by AdaGrad; no dependency. With `--held-back N:R` the articles whose
number modulo N is R stay out of the fit. Writes `tracker/lexicon/weights.json`.
"""

import argparse
import importlib.util
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from tracker import lexicon as lexicon_files
from tracker.article import Article
from tracker.errors import InputError
from tracker.extraction.context import outcome_of
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import Group, Grouping
from tracker.extraction.pipeline import accepted, analyse, gather, surest
from tracker.extraction.reading import Reading
from tracker.extraction.selection import features_of
from tracker.extraction.statuses import Found
from tracker.extraction.weights import Model
from tracker.readers import read as read_inputs

_TARGET = Path(__file__).parent.parent / "tracker" / "lexicon" / "weights.json"
_SAMPLES = _TARGET.parent.parent.parent / "seeds" / "articles"
_SAMPLE_GOLD = _TARGET.parent.parent.parent / "tests" / "extraction" / "samples.gold.jsonl"
_SAMPLE_WEIGHT = 6
_EPOCHS = 60
_RATE = 0.15
_MIN_COUNT = 3
# Cross-validated F1 is flat from 0.3 to 0.4; see docs/extraction.md.
_THRESHOLDS = {"claim": 0.3, "measure": 0.4}


@dataclass(frozen=True, slots=True)
class Example:
    """Features of one decision and whether it is right."""

    article: str
    features: tuple[str, ...]
    label: bool


def fit(examples: list[Example], l2: float, threshold: float, seed: int = 0) -> Model:
    """Fit a model; features seen in fewer than three examples are left out."""
    counts = Counter(name for example in examples for name in set(example.features))
    rows = [
        ([n for n in dict.fromkeys(e.features) if counts[n] >= _MIN_COUNT], float(e.label))
        for e in examples
    ]
    weights: defaultdict[str, float] = defaultdict(float)
    history: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    order = list(range(len(rows)))
    shuffle = random.Random(seed)  # noqa: S311 - order of examples
    for _ in range(_EPOCHS):
        shuffle.shuffle(order)
        for index in order:
            names, label = rows[index]
            score = weights[""] + sum(weights[n] for n in names)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - label
            for name in ("", *names):
                gradient = error + (l2 * weights[name] if name else 0.0)
                history[name] += gradient * gradient
                weights[name] -= _RATE * gradient / math.sqrt(history[name])
    bias = weights.pop("")
    kept = {name: round(weight, 3) for name, weight in weights.items() if abs(weight) >= 0.01}
    return Model(round(bias, 3), kept, threshold)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's reading beside what its annotation says of each of its measures.

    `told` holds, for each group, its annotation, None where no annotated measure is it;
    groups of optional measures are left out.
    """

    article: str
    reading: Reading
    grouping: Grouping
    found: list[Found]
    told: list[tuple[Group, dict[str, Any] | None]]


def annotate(
    docs: list[dict[str, Any]],
    gold: dict[str, list[dict[str, Any]]],
    scorer: ModuleType,
    lexicon: Lexicon,
) -> list[Annotated]:
    """Read every article and pair its measures with the annotated ones."""
    rows = []
    for doc in docs:
        article = Article(text=doc["text"], id=doc["id"], published=doc.get("published"))
        reading, grouping, found = analyse(article, lexicon)
        groups = [g for g in grouping.groups if g.naming]
        drafts = [_draft(g, reading.text) for g in groups]
        mates = {j: i for i, j in scorer.pair_up(gold[doc["id"]], drafts, reading.text)}
        pairs = [
            (g, gold[doc["id"]][mates[n]] if n in mates else None) for n, g in enumerate(groups)
        ]
        told = [(g, t) for g, t in pairs if not (t and t.get("optional"))]
        rows.append(Annotated(doc["id"], reading, grouping, found, told))
    return rows


def claim_examples(rows: list[Annotated]) -> list[Example]:
    """One example a reading of a predicate: is it a claim of the annotation?"""
    return [
        Example(row.article, found.features, _key(found) in _keys(told))
        for row in rows
        for group, told in row.told
        for found in row.found
        if found.group is group
    ]


def measure_examples(
    rows: list[Annotated], models: dict[str, Model], lexicon: Lexicon
) -> list[Example]:
    """One example a measure, with the claims that a model fitted without its article accepts."""
    examples = []
    for row in rows:
        model = models[row.article]
        sureness = [model.probability(f.features) for f in row.found]
        best = surest(row.found, sureness)
        kept = accepted(row.found, sureness, model)
        claims = gather(row.reading, row.grouping, kept, lexicon)
        examples.extend(
            Example(
                row.article,
                features_of(group, row.grouping, claims.of(group), best.get(id(group), 0.0)),
                told is not None,
            )
            for group, told in row.told
        )
    return examples


def _draft(group: Group, text: str) -> dict[str, Any]:
    """A measure as far as the scorer needs it to tell which one it is."""
    return {
        "kind": group.kind,
        "number": group.number,
        "title": group.title,
        "ordinal": group.ordinal,
        "jurisdiction": sorted(group.makers),
        "targets": sorted(group.targets),
        "mentions": [
            {"start": m.start_char, "end": m.end_char, "text": text[m.start_char : m.end_char]}
            for m in group.naming
        ],
    }


def _keys(told: dict[str, Any] | None) -> set[tuple[str, str]]:
    rows = told["statuses"] if told else []
    return {outcome_of(s["status"], s["modality"]) for s in rows}


def _key(found: Found) -> tuple[str, str]:
    return outcome_of(found.status.status, found.status.modality)


def cross_validate(name: str, examples: list[Example], l2: float) -> dict[str, Model]:
    """Print what five-fold cross-validation by article gives.

    Returns:
        By article, the model fitted without it.
    """
    threshold = _THRESHOLDS[name]
    articles = sorted({e.article for e in examples})
    random.Random(1).shuffle(articles)  # noqa: S311 - folds
    scored: list[tuple[float, bool]] = []
    models: dict[str, Model] = {}
    for fold in range(5):
        out = set(articles[fold::5])
        model = fit([e for e in examples if e.article not in out], l2, threshold)
        models.update(dict.fromkeys(out, model))
        scored.extend(
            (model.probability(e.features), e.label) for e in examples if e.article in out
        )
    print(
        f"{name}: {len(examples)} examples, {sum(e.label for e in examples)} right;"
        f" F1 of all {_f1(scored, 0.0):.3f}, cross-validated {_f1(scored, threshold):.3f}"
    )
    return models


def _f1(scored: Iterable[tuple[float, bool]], threshold: float) -> float:
    rows = list(scored)
    hits = sum(label for p, label in rows if p >= threshold)
    kept = sum(p >= threshold for p, _ in rows)
    right = sum(label for _, label in rows)
    return 2 * hits / (kept + right) if kept + right else 0.0


def main() -> None:
    """Read the annotated articles, fit both models and write their weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("docs", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--held-back", default="0:1")
    parser.add_argument("--l2", type=float, default=0.03)
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    if spec is None or spec.loader is None:
        parser.error(f"{args.scorer} is no Python module")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    every, rest = (int(n) for n in args.held_back.split(":"))
    docs = [d for d in _rows(args.docs) if not every or int(d["id"][1:]) % every != rest]
    gold = {r["id"]: r["measures"] for r in _rows(args.gold)}
    lexicon = lexicon_files.load()
    samples = annotate(
        _samples(), {r["id"]: r["measures"] for r in _rows(_SAMPLE_GOLD)}, scorer, lexicon
    )
    rows = annotate(docs, gold, scorer, lexicon) + samples * _SAMPLE_WEIGHT
    claims = claim_examples(rows)
    by_article = cross_validate("claim", claims, args.l2)
    claim_model = fit(claims, args.l2, _THRESHOLDS["claim"])
    by_article = {row.article: by_article.get(row.article, claim_model) for row in rows}
    measures = measure_examples(rows, by_article, lexicon)
    cross_validate("measure", measures, args.l2)
    models = {
        "claim": _plain(claim_model),
        "measure": _plain(fit(measures, args.l2, _THRESHOLDS["measure"])),
    }
    _TARGET.write_text(json.dumps(models, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def _samples() -> list[dict[str, Any]]:
    """The project's sample articles as the scorer's documents."""
    found = []
    for path in sorted(_SAMPLES.glob("*.md")):
        article = next(read_inputs([path]))
        if isinstance(article, InputError):
            raise article
        found.append({"id": path.stem, "text": article.text, "published": article.published})
    return found


def _plain(model: Model) -> dict[str, Any]:
    return {
        "bias": model.bias,
        "threshold": model.threshold,
        "weights": dict(sorted(model.weights.items())),
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


if __name__ == "__main__":
    main()
