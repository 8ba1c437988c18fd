"""Posterior, leave-one-out residuals and likelihood of a small Gaussian process, by numpy alone.

Prints the numbers that GaussianProcessTest and LikelihoodTest expect; run: python3 reference.py
"""
import numpy as np

x = np.array([[0.1, 0, 0.5], [0.4, 1, 0.2], [0.9, 2, 0.7], [0.3, 0, 0.9], [0.6, 1, 0.1]])
y = np.array([1.5, -0.3, 2.2, 0.8, -1.1])
named = [False, True, False]
weights, signal, noise = np.array([4.0, 0.8, 1.5]), 1.3, 0.05


def kernel(a, b):
    s = sum(w * (float(p != q) if n else (p - q) ** 2) for w, p, q, n in zip(weights, a, b, named))
    r = np.sqrt(5 * s)
    return signal * (1 + r + 5 * s / 3) * np.exp(-r)


centre, width = y.mean(), y.std()
z = (y - centre) / width
k = np.array([[kernel(a, b) for b in x] for a in x]) + noise * np.eye(len(x))
inverse = np.linalg.inv(k)
for point in ([0.5, 1, 0.4], [0.2, 3, 0.8]):
    c = np.array([kernel(point, b) for b in x])
    print("mean", centre + width * c @ inverse @ z)
    print("deviation", width * np.sqrt(signal - c @ inverse @ c))
left_out = []
for i in range(len(x)):
    rest = [j for j in range(len(x)) if j != i]
    sub = k[np.ix_(rest, rest)]
    left_out.append(width * (z[i] - k[i, rest] @ np.linalg.solve(sub, z[rest])))
print("residuals", left_out)
likelihood = -0.5 * (z @ inverse @ z + np.linalg.slogdet(k)[1])
priors = -0.1 * (1 / weights + weights).sum() + (np.log(signal) - signal) + (0.1 * np.log(noise) - 30 * noise)
print("posterior", likelihood + priors)
