"""Makes reference.csv: scores of made-up predictions by scikit-learn, and the calibration error.

Run with numpy and scikit-learn (1.2 or newer): python3 reference.py > reference.csv
Logits and classes come from SplitMix64, so that Java can make the same ones: see noise().
"""
import numpy
from sklearn import metrics

MASK = (1 << 64) - 1
BINS = 15


def noise(seed, count):
    """Numbers from 0 to 1 by SplitMix64 (Steele et al. 2014), 53 bits each."""
    numbers = []
    state = seed
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        numbers.append(((z ^ (z >> 31)) >> 11) / (1 << 53))
    return numpy.array(numbers)


def predictions(classes, images):
    """The last class has no image and is never predicted; that before it is never predicted."""
    truth = (noise(1, images) * (classes - 1)).astype(int)
    logits = 4 * noise(2, images * classes).reshape(images, classes)
    logits[numpy.arange(images), truth] += 3 * noise(3, images)
    logits[:, classes - 2:] -= 20
    return truth, logits


def calibration_error(truth, logits):
    """Guo et al. 2017, equations 1 to 3, with bins that are open on the left."""
    odds = numpy.exp(logits - logits.max(axis=1, keepdims=True))
    shares = odds / odds.sum(axis=1, keepdims=True)
    confidence = shares.max(axis=1)
    right = shares.argmax(axis=1) == truth
    error = 0
    for m in range(1, BINS + 1):
        inside = (confidence > (m - 1) / BINS) & (confidence <= m / BINS)
        if inside.any():
            gap = abs(right[inside].mean() - confidence[inside].mean())
            error += inside.sum() / len(truth) * gap
    return error


def row(classes, name, values):
    print(",".join([str(classes), name] + ["%.12g" % value for value in numpy.atleast_1d(values)]))


for classes, images in ((12, 500), (100, 700)):
    truth, logits = predictions(classes, images)
    guess = logits.argmax(axis=1)
    names = numpy.arange(classes)
    row(classes, "images", images)
    row(classes, "loss", metrics.log_loss(
        truth, numpy.exp(logits) / numpy.exp(logits).sum(axis=1, keepdims=True), labels=names))
    row(classes, "accuracy", metrics.accuracy_score(truth, guess))
    row(classes, "macro_f1", metrics.f1_score(truth, guess, average="macro"))
    row(classes, "top5", metrics.top_k_accuracy_score(truth, logits, k=5, labels=names))
    row(classes, "ece", calibration_error(truth, logits))
    for name in ("precision", "recall", "f1"):
        score = getattr(metrics, name + "_score")
        row(classes, name, score(truth, guess, average=None, labels=names, zero_division=0))
    row(classes, "confusion", metrics.confusion_matrix(truth, guess, labels=names).flatten())
