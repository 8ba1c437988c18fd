package io.github.greenscreen.djl.optimizer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.ArrayList;
import java.util.List;

/**
 * A DJL optimizer that collects the parameters of a step and updates all of them in one TorchScript
 * call. {@link #update} only notes what to do; {@link #flush} does it and sets the gradients to
 * zero for the next step. Not thread-safe.
 */
public final class FusedOptimizer extends Optimizer implements AutoCloseable {
  private final UpdateRule rule;
  private final Tracker learningRate;
  private final NDManager manager;
  private final ScriptModule script;
  private final List<NDArray> weights = new ArrayList<>();
  private final List<NDArray> gradients = new ArrayList<>();
  private List<List<NDArray>> state;
  private int steps;
  private double lastLearningRate = Double.NaN;

  /**
   * Update by {@code rule} on {@code device}; state lives until {@link #close}.
   *
   * @param learningRate its {@code getNewValue(n)} is asked once per step, n counting from 0
   */
  public FusedOptimizer(UpdateRule rule, Tracker learningRate, Device device) {
    super(new Settings());
    this.rule = rule;
    this.learningRate = learningRate;
    this.manager = NDManager.newBaseManager(device, "PyTorch");
    this.script = ScriptModule.compile(device, rule.source());
  }

  /**
   * Note what to update. The fused functions walk through memory without looking at strides, so the
   * gradient must lie in the same memory order as the parameter; PyTorch's own gradients do.
   */
  @Override
  public void update(String parameterId, NDArray weight, NDArray gradient) {
    weights.add(weight);
    gradients.add(gradient);
  }

  /** Update every parameter noted since the last flush; always the same ones in the same order. */
  public void flush() {
    flush("update", new ArrayList<>());
  }

  /**
   * Do as {@link #flush()} does, unless {@code foundInf} holds anything but zero: then parameters,
   * moments and step counters stay as they are, and gradients become zero. The answer is not known
   * here; the learning rate moves on in either case, so that a schedule ends with the run.
   *
   * @param foundInf on the device; one number, not zero where a gradient is infinite or NaN
   */
  public void flush(NDArray foundInf) {
    flush("update_unless", new ArrayList<>(List.of(foundInf)));
  }

  private void flush(String method, List<Object> arguments) {
    if (state == null) {
      state = newState(weights);
    }
    lastLearningRate = exact(learningRate.getNewValue(steps++));
    arguments.add(List.copyOf(weights));
    arguments.add(List.copyOf(gradients));
    arguments.addAll(state);
    arguments.add(lastLearningRate);
    script.run(method, arguments.toArray());
    weights.clear();
    gradients.clear();
  }

  /** Return the learning rate of the last step, NaN before the first. */
  public double lastLearningRate() {
    return lastLearningRate;
  }

  /** Return how many steps were made, skipped ones included. */
  public int steps() {
    return steps;
  }

  /**
   * Return the arrays that hold moments and step counters, always in the same order; none before
   * the first step. They may be filled, but not closed.
   */
  public List<NDArray> state() {
    return state == null ? List.of() : state.stream().flatMap(List::stream).toList();
  }

  /**
   * Go on after {@code stepsMade} steps with {@code parameters}, in the order in which {@link
   * #update} will note them; the caller fills {@link #state}.
   */
  public void resume(List<NDArray> parameters, int stepsMade) {
    state = newState(parameters);
    steps = stepsMade;
  }

  @Override
  public void close() {
    manager.close();
    script.close();
  }

  /** DJL's trackers are of single precision; 8e-4 shall not become 0.00079999998. */
  private static double exact(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  private List<List<NDArray>> newState(List<NDArray> weights) {
    List<List<NDArray>> result = new ArrayList<>();
    for (int i = 0; i < rule.moments(); i++) {
      result.add(weights.stream().map(this::zeros).toList());
    }
    if (rule.countsSteps()) {
      result.add(weights.stream().map(weight -> manager.create(0f)).toList());
    }
    return result;
  }

  /**
   * Zeros in the same memory order, which fused updates require. The parameter itself may have a
   * name that makes it part of a list.
   */
  private NDArray zeros(NDArray weight) {
    try (NDArray nameless = weight.duplicate()) {
      nameless.setName(null);
      NDArray zeros = script.call("zeros", nameless);
      zeros.attach(manager);
      return zeros;
    }
  }

  /** DJL's builder, whose own settings are not used. */
  private static final class Settings extends OptimizerBuilder<Settings> {
    @Override
    protected Settings self() {
      return this;
    }
  }
}
