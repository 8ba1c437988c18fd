package io.github.greenscreen.djl.optimizer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.tracker.Tracker;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of an optimizer: moments and step counters on the device, and the position in the
 * learning-rate schedule. Close it to free the device memory. Not thread-safe.
 */
public final class OptimizerState implements AutoCloseable {
  private final UpdateRule rule;
  private final Tracker learningRate;
  private final NDManager manager;
  private final ScriptModule script;
  private List<List<NDArray>> state;
  private List<List<NDArray>> workspace = List.of();
  private int steps;
  private double lastLearningRate = Double.NaN;

  /**
   * Create the state of {@code rule} on {@code device}.
   *
   * @param learningRate its {@code getNewValue(n)} is called once per step, n counting from 0
   */
  public OptimizerState(UpdateRule rule, Tracker learningRate, Device device) {
    this.rule = rule;
    this.learningRate = learningRate;
    this.manager = NDManager.newBaseManager(device, "PyTorch");
    this.script = ScriptModule.compile(device, rule.source());
  }

  /**
   * Return the lists that {@code update} of the rule takes between gradients and learning rate.
   *
   * @param parameters always the same ones in the same order
   */
  public List<List<NDArray>> lists(List<NDArray> parameters) {
    if (state == null) {
      state = newState(parameters);
    }
    if (rule.form() == UpdateRule.Form.HALF && workspace.isEmpty()) {
      workspace = List.of(zeros(parameters), zeros(parameters));
    }
    List<List<NDArray>> lists = new ArrayList<>(workspace);
    lists.addAll(state);
    return lists;
  }

  /** Return the learning rate of the next step, and count that step, even if it is skipped. */
  public double nextLearningRate() {
    lastLearningRate = exact(learningRate.getNewValue(steps++));
    return lastLearningRate;
  }

  /** Return the learning rate of the last step, NaN before the first. */
  public double lastLearningRate() {
    return lastLearningRate;
  }

  /** Return the number of steps, including skipped ones. */
  public int steps() {
    return steps;
  }

  /**
   * Return the arrays that hold moments and step counters, always in the same order; none before
   * the first step. The caller may fill them, but must not close them.
   */
  public List<NDArray> arrays() {
    return state == null ? List.of() : state.stream().flatMap(List::stream).toList();
  }

  /**
   * Continue after {@code stepsMade} steps with {@code parameters}, in the order of {@link #lists};
   * the caller fills {@link #arrays}.
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

  /** DJL's trackers use single precision; without this, 8e-4 would become 0.00079999998. */
  private static double exact(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  private List<List<NDArray>> newState(List<NDArray> parameters) {
    List<List<NDArray>> result = new ArrayList<>();
    for (int i = 0; i < rule.moments(); i++) {
      result.add(zeros(parameters));
    }
    if (rule.countsSteps()) {
      result.add(parameters.stream().map(parameter -> manager.create(0f)).toList());
    }
    return result;
  }

  /**
   * Return zeros like {@code parameters}, in at least single precision; they live as long as this
   * state.
   */
  public List<NDArray> zeros(List<NDArray> parameters) {
    return parameters.stream().map(this::zeros).toList();
  }

  /**
   * Return zeros in the same memory format, which fused updates require. The parameter may have a
   * name that makes it part of a list, so the name is removed.
   */
  private NDArray zeros(NDArray parameter) {
    try (NDArray nameless = parameter.duplicate()) {
      nameless.setName(null);
      NDArray zeros = script.call("zeros", nameless);
      zeros.attach(manager);
      return zeros;
    }
  }
}
