"""Writes reference_factors.json: codes of images with known factors, and what scikit-learn and NumPy say about them.

The tests compare InfoGanMl's scores with these figures; nothing else needs Python. The settings are those that Locatello et
al. 2019 publish scores with. To write the file again:

    apt-get install python3-sklearn && /usr/bin/python3 reference_factors.py
"""

import datetime
import json
import pathlib
import platform

import numpy
import sklearn
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import mutual_info_score, roc_auc_score
from sklearn.svm import LinearSVC

SEED = 20250301
STEPS = 20
SIZES = [2, 3, 6]
LEAST_DEVIATION = 0.05


def draw(random, count, fixed=None):
    """Images with a factor of two, three and six values; two of them are seldom the last one."""
    factors = [random.integers(0, size + 2, count) % size for size in SIZES]
    if fixed is not None:
        factors[fixed][:] = factors[fixed][0]
    return codes_of(random, factors), numpy.array(factors)


def codes_of(random, factors):
    """One code for the third factor, a mixture, a category with mistakes, one that bends, and one that has collapsed."""
    count = len(factors[0])
    noise = random.normal(size=(5, count))
    mistaken = random.random(count) < 0.15
    codes = [
        factors[2] / 3 - 1 + 0.12 * noise[0],
        factors[0] + 0.4 * factors[2] + 0.5 * noise[1],
        numpy.where(mistaken, random.integers(0, 3, count), factors[1]),
        (factors[2] - 2.2) ** 2 / 4 + factors[1] / 3 + 0.2 * noise[3],
        0.02 * noise[4],
    ]
    return numpy.round(codes, 4)


def information(codes, factors):
    """Of each code (rows) on each factor, in nats."""
    steps = [to_steps(code) for code in codes]
    return numpy.array([[mutual_info_score(code, factor) for factor in factors] for code in steps])


def to_steps(values):
    """Steps of equal width, from one edge up to the next one; the largest value belongs to the last step."""
    edges = numpy.linspace(values.min(), values.max(), STEPS + 1)
    return numpy.digitize(values, edges[1:-1])


def gap(scores):
    """Mean over the columns of the largest less the second largest."""
    ordered = numpy.sort(scores, axis=0)
    return (ordered[-1] - ordered[-2]).mean()


def mutual_information_gap(codes, factors):
    """Chen et al. 2018."""
    return gap(information(codes, factors) / [mutual_info_score(factor, factor) for factor in factors])


def modularity(codes, factors):
    """Ridgeway and Mozer 2018."""
    squares = information(codes, factors) ** 2
    best = squares.max(axis=1)
    return (1 - (squares.sum(axis=1) - best) / (best * (len(factors) - 1))).mean()


def explicitness(train, test):
    """Ridgeway and Mozer 2018: area under the ROC curve, mean over the values of a factor, then over the factors."""
    mean, deviation = train[0].mean(axis=1), train[0].std(axis=1)
    areas = []
    for factor, expected in zip(train[1], test[1]):
        classifier = LogisticRegression(max_iter=1000).fit(((train[0].T - mean) / deviation), factor)
        probabilities = classifier.predict_proba((test[0].T - mean) / deviation)
        of_values = [roc_auc_score(expected == value, p) for value, p in zip(classifier.classes_, probabilities.T)]
        areas.append(numpy.mean(of_values))
    return numpy.mean(areas)


def support_vector_scores(train, test):
    """Kumar et al. 2018: of each factor (rows) the share of test images that each code classifies right."""
    return [
        [
            (classifier(code[:, None], factor).predict(code_of_test[:, None]) == expected).mean()
            for code, code_of_test in zip(train[0], test[0])
        ]
        for factor, expected in zip(train[1], test[1])
    ]


def classifier(code, factor):
    return LinearSVC(C=0.01, class_weight="balanced", random_state=0, max_iter=100_000, tol=1e-6).fit(code, factor)


def dci(train, test):
    """Eastwood and Williams 2018."""
    trees = [GradientBoostingClassifier(random_state=0).fit(train[0].T, factor) for factor in train[1]]
    importances = numpy.array([tree.feature_importances_ for tree in trees])  # [factors, codes]
    accuracies = [tree.score(test[0].T, factor) for tree, factor in zip(trees, test[1])]
    return {
        "importances": importances.tolist(),
        "disentanglement": concentration(importances.T),
        "completeness": concentration(importances),
        "informativeness": numpy.mean(accuracies),
    }


def concentration(rows):
    """1 less the entropy of each row, to the base of its length, rows weighing as much as their sum."""
    weights = rows.sum(axis=1)
    shares = rows / weights[:, None] + 1e-11
    entropies = -(shares * numpy.log(shares)).sum(axis=1) / numpy.log(rows.shape[1])
    return ((1 - entropies) * weights).sum() / weights.sum()


def factor_vae(random, codes):
    """Kim and Mnih 2018: batches of eight alike, the first 60 to learn from, the others to test on."""
    variances = codes.var(axis=1, ddof=1)
    factors = [int(random.integers(0, len(SIZES))) for _ in range(100)]
    batches = [draw(random, 8, factor)[0] for factor in factors]
    spread = [batch.var(axis=1, ddof=1) / variances for batch in batches]
    alive = numpy.sqrt(variances) >= LEAST_DEVIATION
    votes = [int(numpy.where(alive, s, numpy.inf).argmin()) for s in spread]
    counts = numpy.zeros((len(codes), len(SIZES)))
    numpy.add.at(counts, (votes[:60], factors[:60]), 1)
    return {
        "factors": factors,
        "batches": [batch.tolist() for batch in batches],
        "score": (counts.argmax(axis=1)[votes[60:]] == factors[60:]).mean(),
    }


if __name__ == "__main__":
    random = numpy.random.default_rng(SEED)
    train, test = draw(random, 400), draw(random, 200)
    reference = {
        "origin": {
            "script": pathlib.Path(__file__).name,
            "seed": SEED,
            "date": datetime.date.today().isoformat(),
            "python": platform.python_version(),
            "numpy": numpy.__version__,
            "scikit-learn": sklearn.__version__,
        },
        "train": {"codes": train[0].tolist(), "factors": train[1].tolist()},
        "test": {"codes": test[0].tolist(), "factors": test[1].tolist()},
        "scores": {
            "mutual_information_gap": mutual_information_gap(*train),
            "modularity": modularity(*train),
            "explicitness": explicitness(train, test),
            "separated_attribute_predictability": gap(numpy.transpose(support_vector_scores(train, test))),
        },
        "support_vectors": {"accuracies": support_vector_scores(train, test)},
        "trees": dci(train, test),
        "factor_vae": factor_vae(random, train[0]),
    }
    path = pathlib.Path(__file__).with_suffix(".json")
    # One line for each list: short enough, and a change shows what changed.
    lines = [
        f'  "{case}": {{\n' + ",\n".join(f'    "{name}": {json.dumps(value)}' for name, value in members.items()) + "\n  }"
        for case, members in reference.items()
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
