package io.github.greenscreen.djl.optimizer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.training.tracker.Tracker;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.ArrayList;
import java.util.List;

/** Steps of an {@link UpdateRule} with its {@link OptimizerState}, without a network. */
final class TestOptimizer implements AutoCloseable {
  final OptimizerState state;
  private final ScriptModule script;

  TestOptimizer(UpdateRule rule, Tracker learningRate) {
    state = new OptimizerState(rule, learningRate, Device.cpu());
    script = ScriptModule.compile(Device.cpu(), rule.source());
  }

  /** Make a step. */
  void update(List<NDArray> parameters, List<NDArray> gradients) {
    run(new ArrayList<>(), parameters, gradients);
  }

  /** Make a step, or skip it where {@code found} is [1]. */
  void update(NDArray found, List<NDArray> parameters, List<NDArray> gradients) {
    run(new ArrayList<>(List.of(found)), parameters, gradients);
  }

  private void run(List<Object> arguments, List<NDArray> parameters, List<NDArray> gradients) {
    arguments.add(parameters);
    arguments.add(gradients);
    arguments.addAll(state.lists(parameters));
    arguments.add(state.nextLearningRate());
    script.run("update", arguments.toArray());
  }

  @Override
  public void close() {
    state.close();
    script.close();
  }
}
