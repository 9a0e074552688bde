"""Writes reference_metrics.json: small inputs and what independent, widely used code says about them.

The tests compare InfoGanMl's metrics with these figures; nothing else needs Python. To write the file again:

    apt-get install python3-sklearn && /usr/bin/python3 reference_metrics.py
"""

import datetime
import json
import pathlib
import platform

import numpy
import scipy
import sklearn
from scipy.linalg import sqrtm
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_rand_score, mutual_info_score, normalized_mutual_info_score
from sklearn.metrics.cluster import contingency_matrix
from sklearn.metrics.pairwise import polynomial_kernel

SEED = 20240601
STEPS = 20


def sorting(random):
    """200 images of 5 classes in 6 categories: category 5 takes a part of class 0, and a fifth of all is anywhere."""
    classes = random.integers(0, 5, 200)
    renamed = (3 * classes + 1) % 5
    split = numpy.where((classes == 0) & (random.random(200) < 0.4), 5, renamed)
    categories = numpy.where(random.random(200) < 0.2, random.integers(0, 6, 200), split)
    table = contingency_matrix(categories, classes)
    rows, columns = linear_sum_assignment(table, maximize=True)
    return {
        "categories": categories.tolist(),
        "classes": classes.tolist(),
        "accuracy_one_to_one": table[rows, columns].sum() / table.sum(),
        "purity": table.max(axis=1).sum() / table.sum(),
        "nmi": normalized_mutual_info_score(classes, categories, average_method="arithmetic"),
        "ari": adjusted_rand_score(classes, categories),
    }


def features(random):
    """Two sets of 60 x 5 correlated features with different means and covariances."""
    first = numpy.round(random.normal(size=(60, 5)) @ random.normal(size=(5, 5)), 3)
    second = numpy.round(random.normal(size=(60, 5)) @ random.normal(size=(5, 5)) + 0.5, 3)
    return {
        "width": 5,
        "first": first.ravel().tolist(),
        "second": second.ravel().tolist(),
        "frechet_distance": frechet_distance(first, second),
        "kernel_distance": kernel_distance(first, second),
    }


def frechet_distance(first, second):
    """Heusel et al. 2017."""
    covariances = numpy.cov(first, rowvar=False), numpy.cov(second, rowvar=False)
    shift = first.mean(axis=0) - second.mean(axis=0)
    root = sqrtm(covariances[0] @ covariances[1]).real
    return shift @ shift + numpy.trace(covariances[0] + covariances[1] - 2 * root)


def kernel_distance(first, second):
    """Bińkowski et al. 2018; gamma = 1 / width is the default of the kernel."""
    within = [polynomial_kernel(rows, degree=3, coef0=1) for rows in (first, second)]
    of_pairs = [(k.sum() - numpy.trace(k)) / (len(k) * (len(k) - 1)) for k in within]
    return sum(of_pairs) - 2 * polynomial_kernel(first, second, degree=3, coef0=1).mean()


def codes(random):
    """500 points: two factors, and three codes that tell of them, of both, and of neither."""
    factors = random.uniform(-1, 1, (2, 500))
    noise = random.normal(size=(3, 500))
    mixed = [factors[0] ** 3 + 0.1 * noise[0], factors[1] + 0.5 * factors[0] + 0.2 * noise[1], noise[2]]
    codes, factors = numpy.round(mixed, 4), numpy.round(factors, 4)
    return {
        "codes": codes.tolist(),
        "factors": factors.tolist(),
        "mutual_information_gap": mutual_information_gap(codes, factors),
        "separated_attribute_predictability": gap(
            [[numpy.corrcoef(code, factor)[0, 1] ** 2 for code in codes] for factor in factors]
        ),
    }


def mutual_information_gap(codes, factors):
    """Chen et al. 2018; a score of a sequence with itself is its entropy."""
    codes, factors = [to_steps(code) for code in codes], [to_steps(factor) for factor in factors]
    return gap(
        [
            [mutual_info_score(code, factor) / mutual_info_score(factor, factor) for code in codes]
            for factor in factors
        ]
    )


def to_steps(values):
    """Steps of equal width; none of the values may lie so close to an edge that rounding decides."""
    edges = numpy.linspace(values.min(), values.max(), STEPS + 1)[1:-1]
    assert numpy.abs(values[:, None] - edges).min() > 1e-9
    return numpy.digitize(values, edges)


def gap(scores):
    """Mean over the rows of the largest less the second largest."""
    ordered = numpy.sort(scores, axis=1)
    return (ordered[:, -1] - ordered[:, -2]).mean()


if __name__ == "__main__":
    random = numpy.random.default_rng(SEED)
    reference = {
        "origin": {
            "script": pathlib.Path(__file__).name,
            "seed": SEED,
            "date": datetime.date.today().isoformat(),
            "python": platform.python_version(),
            "numpy": numpy.__version__,
            "scipy": scipy.__version__,
            "scikit-learn": sklearn.__version__,
        },
        "sorting": sorting(random),
        "features": features(random),
        "codes": codes(random),
    }
    path = pathlib.Path(__file__).with_suffix(".json")
    # One line for each list: short enough, and a change shows what changed.
    lines = [
        f'  "{case}": {{\n' + ",\n".join(f'    "{name}": {json.dumps(value)}' for name, value in members.items()) + "\n  }"
        for case, members in reference.items()
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
