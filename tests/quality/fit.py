"""Fit the weights of evidence to the labelled passages: `python -m tests.quality.fit` prints them, to be copied by hand.

Ridge logistic regression by Newton's method; one set of weights, and the two thresholds that balance precision and recall best.
"""

import math
from collections.abc import Iterator, Sequence

from generator.findings.evidence.signals import Signals
from tests.quality import judged

RIDGE = 1.0
Row = tuple[list[float], int]


def rows() -> list[Row]:
    return [([1.0, *s], grade) for _, s, grade in judged.pairs(("documents", "natural"))]


def fitted(data: Sequence[Row], steps: int = 12) -> list[float]:
    width = len(data[0][0])
    weights = [0.0] * width
    for _ in range(steps):
        gradient = [-RIDGE * w if i else 0.0 for i, w in enumerate(weights)]
        hessian = [[RIDGE if i == j and i else 0.0 for j in range(width)] for i in range(width)]
        for x, grade in data:
            present = [i for i, v in enumerate(x) if v]
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[i] * x[i] for i in present)))))
            for i in present:
                gradient[i] += x[i] * ((grade > 0) - p)
                for j in present:
                    hessian[i][j] += p * (1 - p) * x[i] * x[j]
        weights = [w + d for w, d in zip(weights, solved(hessian, gradient), strict=True)]
    return weights


def solved(a: list[list[float]], b: list[float]) -> list[float]:
    """Gauss–Jordan elimination with pivots."""
    m = [[*row, value] for row, value in zip(a, b, strict=True)]
    for i in range(len(m)):
        pivot = max(range(i, len(m)), key=lambda r: abs(m[r][i]))
        m[i], m[pivot] = m[pivot], m[i]
        m[i] = [v / m[i][i] for v in m[i]]
        for r in range(len(m)):
            if r != i and m[r][i]:
                m[r] = [v - m[r][i] * w for v, w in zip(m[r], m[i], strict=True)]
    return [row[-1] for row in m]


def thresholds(data: Sequence[Row], weights: Sequence[float]) -> Iterator[tuple[str, float, float, float]]:
    sums = [(sum(w * v for w, v in zip(weights, x, strict=True)), grade) for x, grade in data]
    for name, least in (("supporting", 1), ("central", 2)):
        total = sum(grade >= least for _, grade in sums)
        best = max((f1(sums, t / 10, least, total), t / 10) for t in range(-40, 40))
        taken = [grade for s, grade in sums if s >= best[1]]
        right = sum(grade >= least for grade in taken)
        yield name, best[1], right / len(taken), right / total


def f1(sums: Sequence[tuple[float, int]], threshold: float, least: int, total: int) -> float:
    taken = [grade for s, grade in sums if s >= threshold]
    return 2 * sum(grade >= least for grade in taken) / (len(taken) + total)


if __name__ == "__main__":
    found = rows()
    learned = fitted(found)
    print(f"intercept={learned[0]:.2f}", *(f"{n}={w:.2f}" for n, w in zip(Signals._fields, learned[1:], strict=True)), sep=", ")
    for name, threshold, precision, recall in thresholds(found, learned):
        print(f"{name}: from {threshold:+.1f}, precision {precision:.2f}, recall {recall:.2f} on the {len(found)} pairs it was fitted to")
