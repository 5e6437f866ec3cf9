"""A log-linear model: how sure a reading is, from named features and learnt weights.

The weights are a data file of the lexicon. They are learnt by `scripts/learn_weights.py` from
articles annotated by hand; features name properties of a reading, never words of an article
that are no part of the lexicon.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of one decision.

    Attributes:
        bias: Weight of no feature at all.
        weights: Weight by feature; an unknown feature weighs nothing.
        threshold: Probability from which on the decision is yes.
    """

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, features: Iterable[str]) -> float:
        """How likely the decision is yes, from 0 to 1."""
        score = self.bias + sum(self.weights.get(feature, 0.0) for feature in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def accepts(self, features: Iterable[str]) -> bool:
        """Whether the decision is yes."""
        return self.probability(features) >= self.threshold


def bucket(value: int, bounds: tuple[int, ...]) -> str:
    """The range that a number falls in, named by its upper bound."""
    return next((f"<={bound}" for bound in bounds if value <= bound), f">{bounds[-1]}")
