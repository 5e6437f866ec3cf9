"""Learn the weights of the extraction's models from annotated articles.

    python scripts/learn_weights.py DOCS.jsonl GOLD.jsonl SCORE.py [--held-back 5:4]

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
from tracker.extraction.features import measure_features
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.measures import group_mentions
from tracker.extraction.predicates import find_occurrences
from tracker.extraction.reading import read
from tracker.extraction.statuses import Found, find_statuses
from tracker.extraction.weights import Model

_TARGET = Path(__file__).parent.parent / "tracker" / "lexicon" / "weights.json"
_EPOCHS = 60
_RATE = 0.15
_MIN_COUNT = 3
_COARSE = {"actual": "actual", "negated": "negated"}


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
    shuffle = random.Random(seed)
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


def examples_of(
    docs: list[dict[str, Any]],
    gold: dict[str, list[dict[str, Any]]],
    scorer: ModuleType,
    lexicon: Lexicon,
) -> tuple[list[Example], list[Example]]:
    """Examples of claims, and of measures with the claims that are right."""
    claims: list[Example] = []
    measures: list[Example] = []
    for doc in docs:
        article = Article(text=doc["text"], id=doc["id"], published=doc.get("published"))
        reading = read(article, lexicon)
        occurrences = tuple(find_occurrences(clause, lexicon) for clause in reading.clauses)
        grouping = group_mentions(reading, occurrences)
        found = find_statuses(reading, occurrences, grouping, lexicon)
        groups = [g for g in grouping.groups if g.naming]
        drafts = [_draft(g, reading.text) for g in groups]
        mates = {j: i for i, j in scorer.pair_up(gold[doc["id"]], drafts, reading.text)}
        for number, group in enumerate(groups):
            told = gold[doc["id"]][mates[number]] if number in mates else None
            own = [f for f in found if f.group is group]
            if told is not None and told.get("optional"):
                continue
            right = _keys(told)
            claims.extend(Example(doc["id"], f.features, _key(f) in right) for f in own)
            good = [f.status for f in own if _key(f) in right or told is None]
            measures.append(
                Example(doc["id"], measure_features(group, grouping, good, 0), told is not None)
            )
    return claims, measures


def _draft(group: Any, text: str) -> dict[str, Any]:
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
    return {(s["status"], _COARSE.get(s["modality"], "future")) for s in rows}


def _key(found: Found) -> tuple[str, str]:
    return found.status.status, _COARSE.get(found.status.modality, "future")


def report(name: str, examples: list[Example], l2: float) -> float:
    """Print what five-fold cross-validation by article gives, and return the best threshold."""
    articles = sorted({e.article for e in examples})
    random.Random(1).shuffle(articles)
    scored: list[tuple[float, bool]] = []
    for fold in range(5):
        out = set(articles[fold::5])
        model = fit([e for e in examples if e.article not in out], l2, 0.5)
        scored.extend((model.probability(e.features), e.label) for e in examples if e.article in out)
    best = max((_f1(scored, t / 100), t / 100) for t in range(10, 90, 2))
    plain = _f1(scored, 0.0)
    print(f"{name}: {len(examples)} examples, {sum(e.label for e in examples)} right;"
          f" F1 of all {plain:.3f}, cross-validated {best[0]:.3f} at {best[1]:.2f}")
    return best[1]


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
    parser.add_argument("--l2", type=float, default=0.3)
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    if spec is None or spec.loader is None:
        parser.error(f"{args.scorer} is no Python module")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    every, rest = (int(n) for n in args.held_back.split(":"))
    docs = [d for d in _rows(args.docs) if not every or int(d["id"][1:]) % every != rest]
    gold = {r["id"]: r["measures"] for r in _rows(args.gold)}
    claims, measures = examples_of(docs, gold, scorer, lexicon_files.load())
    models = {}
    for name, examples in (("claim", claims), ("measure", measures)):
        threshold = report(name, examples, args.l2)
        model = fit(examples, args.l2, threshold)
        models[name] = {"bias": model.bias, "threshold": threshold, "weights": dict(sorted(model.weights.items()))}
    _TARGET.write_text(json.dumps(models, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


if __name__ == "__main__":
    main()
