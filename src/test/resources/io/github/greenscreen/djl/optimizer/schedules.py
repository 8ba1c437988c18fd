"""Makes schedules.csv: learning rates by the formulas that Keras publishes, for SchedulesTest.

Run with nothing but Python: python3 schedules.py > schedules.csv
The functions are those of https://keras.io/api/optimizers/learning_rate_schedules/ (ExponentialDecay,
PolynomialDecay, CosineDecay), written out in their words, and OneCycleLR of PyTorch, which is compared with
torch.optim.lr_scheduler if torch is installed. A row holds schedule, initial rate,
decay_steps ("run" for the default), steps of the run, step, and the rate.
"""
import math


def exponential_decay(step, initial_learning_rate, decay_steps, decay_rate=0.96, staircase=True):
    p = step / decay_steps
    if staircase:
        p = math.floor(p)
    return initial_learning_rate * decay_rate**p


def polynomial_decay(
    step, initial_learning_rate, decay_steps, end_learning_rate=0.0001, power=1.0
):
    step = min(step, decay_steps)
    return ((initial_learning_rate - end_learning_rate) * (1 - step / decay_steps) ** power) + (
        end_learning_rate
    )


def cosine_decay(step, initial_learning_rate, decay_steps, alpha=0.0):
    step = min(step, decay_steps)
    decayed = 0.5 * (1 + math.cos(math.pi * step / decay_steps))
    return initial_learning_rate * ((1 - alpha) * decayed + alpha)


def one_cycle(step, max_lr, total_steps, pct_start=0.3, div_factor=25, final_div_factor=1e4):
    """OneCycleLR of PyTorch with anneal_strategy="cos", beyond its end constant."""

    def anneal(start, end, pct):
        return end + (start - end) / 2 * (1 + math.cos(math.pi * pct))

    initial = max_lr / div_factor
    peak, last = pct_start * total_steps - 1, total_steps - 1
    if step <= peak:
        return anneal(initial, max_lr, step / peak)
    return anneal(max_lr, initial / final_div_factor, (min(step, last) - peak) / (last - peak))


def triangle(step, peak_rate, total_steps):
    """The schedule of airbench94: numpy.interp(step, [0, peak, end], [0.2, 1, 0.07])."""
    peak = int(0.23 * total_steps)
    points = [(0, 0.2), (peak, 1.0), (total_steps, 0.07)]
    step = min(step, total_steps)
    for (left, low), (right, high) in zip(points, points[1:]):
        if left <= step <= right and left < right:
            return peak_rate * (low + (high - low) * (step - left) / (right - left))


def rate(kind, initial, decay_steps, run_steps, step):
    if kind == "CONSTANT":
        return initial
    if kind == "EXPONENTIAL":
        return exponential_decay(step, initial, 1000 if decay_steps == "run" else decay_steps)
    if kind == "ONE_CYCLE":
        return one_cycle(step, initial, run_steps if decay_steps == "run" else decay_steps)
    if kind == "TRIANGULAR":
        return triangle(step, initial, run_steps if decay_steps == "run" else decay_steps)
    function = polynomial_decay if kind == "POLYNOMIAL" else cosine_decay
    return function(step, initial, run_steps if decay_steps == "run" else decay_steps)


for kind in ("CONSTANT", "EXPONENTIAL", "POLYNOMIAL", "COSINE", "ONE_CYCLE", "TRIANGULAR"):
    for initial in (0.01, 1.5e-4, 8.0e-4, 6.25e-3):
        for decay_steps in ("run", 1000, 7):
            for step in (0, 1, 6, 7, 100, 399, 400, 401, 999, 1000, 1999, 2000, 10500):
                value = rate(kind, initial, decay_steps, 400, step)
                print(kind, initial, decay_steps, 400, step, f"{value:.17g}", sep=",")

try:
    import torch
except ImportError:
    torch = None
if torch is not None:
    for total in (4, 7, 10, 400, 1000):
        parameter = torch.nn.Parameter(torch.zeros(1))
        steps = torch.optim.SGD([parameter], lr=0.01)
        scheduler = torch.optim.lr_scheduler.OneCycleLR(steps, 0.01, total, cycle_momentum=False)
        for step in range(total):
            expected = scheduler.get_last_lr()[0]
            assert math.isclose(one_cycle(step, 0.01, total), expected, rel_tol=1e-12), (total, step)
            steps.step()
            if step < total - 1:
                scheduler.step()
