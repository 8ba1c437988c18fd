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
import java.util.Optional;

/**
 * DJL's trainer with a step that updates all parameters at once. The original reads a sum of
 * gradients as a single-precision number at the first step, which fails in double precision, and
 * keeps a new handle of every gradient; this one asks for each gradient once, since PyTorch keeps
 * adding into the same array, which the optimizer sets to zero.
 */
final class FusedTrainer extends Trainer {
  private final ScriptedNetwork network;
  private final FusedOptimizer optimizer;
  private final Optional<LossScaler> scaler;
  private final List<NDArray> gradients = new ArrayList<>();

  /**
   * Train the {@link ScriptedNetwork} of {@code model}.
   *
   * @param scaler has scaled the loss that the gradients come from, where there is one
   */
  FusedTrainer(
      Model model, TrainingConfig config, FusedOptimizer optimizer, Optional<LossScaler> scaler) {
    super(model, config);
    this.network = (ScriptedNetwork) model.getBlock();
    this.optimizer = optimizer;
    this.scaler = scaler;
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
    if (scaler.isPresent()) {
      optimizer.flush(scaler.get().unscale(gradients));
    } else {
      optimizer.flush();
    }
  }
}
