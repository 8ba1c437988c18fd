package io.github.greenscreen.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.Trainer;
import ai.djl.training.TrainingConfig;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.optimizer.FusedOptimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * DJL's trainer with a step that updates all parameters at once. The original reads a sum of
 * gradients as a single-precision number at the first step, which fails in double precision, and
 * keeps a new handle of every gradient; this one asks for each gradient once, since PyTorch keeps
 * adding into the same array, which the optimizer sets to zero.
 */
final class FusedTrainer extends Trainer {
  private final ScriptedNetwork network;
  private final FusedOptimizer optimizer;
  private final List<NDArray> gradients = new ArrayList<>();

  FusedTrainer(Model model, TrainingConfig config, FusedOptimizer optimizer) {
    super(model, config);
    this.network = (ScriptedNetwork) model.getBlock();
    this.optimizer = optimizer;
  }

  @Override
  public void step() {
    List<Parameter> trainable = network.trainable();
    if (gradients.isEmpty()) {
      trainable.forEach(parameter -> gradients.add(parameter.getArray().getGradient()));
    }
    for (int i = 0; i < gradients.size(); i++) {
      Parameter parameter = trainable.get(i);
      optimizer.update(parameter.getId(), parameter.getArray(), gradients.get(i));
    }
    optimizer.flush();
  }
}
