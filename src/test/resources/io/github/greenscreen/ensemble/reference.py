"""Weights and scores of a small ensemble, by SciPy and scikit-learn.

Prints the numbers that ReferenceEnsemble and its tests expect; run: python3 reference.py
(Debian: python3-scipy, python3-sklearn). Two independent methods find the optimal weights: SLSQP
with the simplex as constraint, and the EM algorithm for the weights of a mixture.
"""
import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import accuracy_score, f1_score, log_loss

IMAGES, CLASSES = 60, 3
NOISE = [4.0, 2.0, 6.0, 5.0]
SIGNAL = [1.5, 0.6, 2.2, -0.5]
labels = np.arange(IMAGES) % CLASSES


def probabilities(k):
    i, c = np.meshgrid(np.arange(IMAGES), np.arange(CLASSES), indexing="ij")
    noise = 1000 * np.sin(1 + 12.9898 * i + 78.233 * k + 37.719 * c)
    z = NOISE[k] * (noise - np.floor(noise)) + SIGNAL[k] * (c == labels[:, None])
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


members = [probabilities(k) for k in range(len(NOISE))]
truth = np.array([p[np.arange(IMAGES), labels] for p in members])


def loss(w):
    return -np.log(w @ truth).mean()


def scores(name, p):
    predicted = p.argmax(1)
    print(
        name,
        accuracy_score(labels, predicted),
        f1_score(labels, predicted, average="macro"),
        log_loss(labels, p),
    )


count = len(members)
em = np.full(count, 1 / count)
for _ in range(500_000):
    em = em * (truth / (em @ truth)).mean(1)
slsqp = minimize(
    loss,
    np.full(count, 1 / count),
    method="SLSQP",
    bounds=[(0, 1)] * count,
    constraints={"type": "eq", "fun": lambda w: w.sum() - 1},
    options={"ftol": 1e-16, "maxiter": 1000},
).x
print("EM", em, loss(em))
print("SLSQP", slsqp, loss(slsqp))
accuracy = np.array([accuracy_score(labels, p.argmax(1)) for p in members])
for k, p in enumerate(members):
    scores(f"member {k}", p)
weights = {
    "mean": np.full(count, 1 / count),
    "by accuracy": accuracy / accuracy.sum(),
    "optimised": em,
}
for name, w in weights.items():
    scores(name, sum(x * p for x, p in zip(w, members)))
    print(name, "weights", *w)
