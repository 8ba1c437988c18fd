package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import io.github.greenscreen.djl.network.ElementType;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.Networks;
import io.github.greenscreen.djl.network.Noise;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.optimizer.FusedOptimizer;
import io.github.greenscreen.djl.optimizer.UpdateRule;
import io.github.greenscreen.training.NetworkKind;
import io.github.greenscreen.training.OptimizerKind;
import io.github.greenscreen.training.Stem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FusedTrainerTest {
  private static final float RATE = 0.125f;

  /** Plain SGD: what is left of p − ηg after each step is nothing. */
  @Test
  void step_twice_movesEveryParameterAgainstItsOwnGradient() {
    NetworkSource source = Networks.of(NetworkKind.RESNET20, Stem.CIFAR, 10, ElementType.FLOAT64);
    UpdateRule rule = UpdateRule.of(OptimizerKind.SGD, 0);
    Device device = Device.cpu();
    try (Model model = Model.newInstance("resnet20", device, "PyTorch");
        ScriptedNetwork network = new ScriptedNetwork(source, device);
        CrossEntropy loss = new CrossEntropy(device);
        FusedOptimizer optimizer = new FusedOptimizer(rule, step -> RATE, device)) {
      model.setBlock(network);
      model.setDataType(DataType.FLOAT64);
      DefaultTrainingConfig config =
          new DefaultTrainingConfig(loss).optDevices(new Device[] {device});
      try (FusedTrainer trainer = new FusedTrainer(model, config, optimizer, Optional.empty())) {
        trainer.initialize(new Shape(1, 3, 32, 32));
        for (int step = 0; step < 2; step++) {
          backward(trainer);
          List<NDArray> expected = new ArrayList<>();
          for (Parameter parameter : network.trainable()) {
            NDArray array = parameter.getArray();
            expected.add(array.sub(array.getGradient().mul(RATE)));
          }
          trainer.step();
          assertMoved(network.trainable(), expected);
        }
      }
    }
  }

  private static void assertMoved(List<Parameter> parameters, List<NDArray> expected) {
    for (int i = 0; i < expected.size(); i++) {
      NDArray actual = parameters.get(i).getArray();
      String name = parameters.get(i).getName();
      double off = actual.sub(expected.get(i)).abs().max().toDoubleArray()[0];
      assertThat(off).as(name).isLessThan(1e-12);
      assertThat(actual.getGradient().abs().max().toDoubleArray()[0]).as(name).isZero();
    }
  }

  private static void backward(FusedTrainer trainer) {
    Shape shape = new Shape(4, 3, 32, 32);
    NDArray x = trainer.getManager().create(Noise.of(shape.size(), 1)).reshape(shape);
    NDArray labels = trainer.getManager().eye(10).get("0:4").toType(DataType.FLOAT64, true);
    try (GradientCollector collector = trainer.newGradientCollector()) {
      NDList logits = trainer.forward(new NDList(x));
      collector.backward(trainer.getLoss().evaluate(new NDList(labels), logits));
    }
  }
}
