"""Makes steps.csv: sparsities by the published formulas, for PruningStepsTest.

Run with nothing but Python: python3 steps.py > steps.csv
The functions are ConstantSparsity and PolynomialDecay of the TensorFlow Model Optimization Toolkit with power 3
(tensorflow_model_optimization/python/core/sparsity/keras/pruning_schedule.py), written out; that toolkit does not
prune at the last step unless it is a multiple of the frequency, this does. A row holds schedule, initial sparsity,
final sparsity, begin, end ("run" for the default), frequency, steps of the run, step, and the sparsity, or nothing if
the run does not prune at the step.
"""
STEPS_OF_RUN = 1000


def should_prune(step, begin_step, end_step, frequency):
    if not begin_step <= step <= end_step:
        return False
    return (step - begin_step) % frequency == 0 or step == end_step


def constant(step, initial, final, begin_step, end_step):
    return final


def polynomial(step, initial_sparsity, final_sparsity, begin_step, end_step, power=3):
    p = min(1.0, max(0.0, (step - begin_step) / (end_step - begin_step)))
    return (initial_sparsity - final_sparsity) * (1 - p) ** power + final_sparsity


def main():
    for schedule in (constant, polynomial):
        for initial, final in ((0, 0.6), (0.2, 0.7), (0.5, 0.5)):
            for begin, end, frequency in ((0, "run", 100), (200, "run", 300), (50, 750, 7), (0, 1, 1)):
                last = STEPS_OF_RUN if end == "run" else end
                for step in (0, 1, 49, 50, 57, 100, 199, 200, 500, 750, 751, 800, 1000):
                    value = ""
                    if should_prune(step, begin, last, frequency):
                        value = repr(float(schedule(step, initial, final, begin, last)))
                    print(
                        schedule.__name__.upper(), initial, final, begin, end, frequency, STEPS_OF_RUN, step, value,
                        sep=",",
                    )


if __name__ == "__main__":
    main()
