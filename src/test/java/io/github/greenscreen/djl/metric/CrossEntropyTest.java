package io.github.greenscreen.djl.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final CrossEntropy loss = new CrossEntropy(Device.cpu());

  @AfterEach
  void free() {
    loss.close();
    manager.close();
  }

  /** Softmax of (0, ln 3) is (1/4, 3/4). */
  @Test
  void loss_hardAndSoftLabels_isTheMeanByHand() {
    NDArray logits = rows(0, Math.log(3), 0, Math.log(3));
    NDArray labels = rows(1, 0, 0.5, 0.5);

    double value = loss.evaluate(new NDList(labels), new NDList(logits)).toDoubleArray()[0];

    double hard = Math.log(4);
    double soft = 0.5 * Math.log(4) + 0.5 * Math.log(4.0 / 3);
    assertThat(value).isCloseTo((hard + soft) / 2, within(1e-14));
  }

  @Test
  void loss_hugeLogits_staysFinite() {
    NDArray value = loss.evaluate(new NDList(rows(0, 1)), new NDList(rows(1e6, -1e6)));
    assertThat(value.toDoubleArray()[0]).isEqualTo(2e6);
  }

  /** The gradient is (softmax − label) ÷ batch. */
  @Test
  void gradient_ofLogits_isSoftmaxMinusLabel() {
    NDArray logits = rows(0, Math.log(3), 0, Math.log(3));
    logits.setRequiresGradient(true);
    NDList labels = new NDList(rows(1, 0, 0.5, 0.5));
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      collector.backward(loss.evaluate(labels, new NDList(logits)));
    }
    assertThat(logits.getGradient().toDoubleArray())
        .containsExactly(new double[] {-0.375, 0.375, -0.125, 0.125}, within(1e-14));
  }

  private NDArray rows(double... values) {
    return manager.create(values).reshape(values.length / 2, 2);
  }
}
