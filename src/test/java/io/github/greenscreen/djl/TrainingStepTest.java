package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.github.greenscreen.djl.data.ImageBatch;
import io.github.greenscreen.djl.metric.ConfusionMatrix;
import io.github.greenscreen.djl.metric.CrossEntropy;
import io.github.greenscreen.djl.metric.EvaluationResult;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.ArrayRoles;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.Networks;
import io.github.greenscreen.djl.network.Noise;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.optimizer.OptimizerState;
import io.github.greenscreen.djl.optimizer.UpdateRule;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.OptimizerSettings;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingStepTest {
  private static final float RATE = 0.125f;
  private static final Shape BATCH = new Shape(4, 3, 32, 32);
  private static final Device CPU = Device.cpu();
  private static final StepScript.Options FORM =
      new StepScript.Options(MemoryFormat.CHANNELS_LAST, 0, false);

  private final NDManager manager = NDManager.newBaseManager(CPU, "PyTorch");
  private final ConfusionMatrix tally = new ConfusionMatrix(manager, Collections.nCopies(10, ""));

  @AfterEach
  void free() {
    tally.close();
    manager.close();
  }

  /** Plain SGD: what is left of p − ηg after each step is nothing. */
  @ParameterizedTest
  @EnumSource
  void run_twice_movesEveryParameterAgainstItsOwnGradient(MemoryFormat memoryFormat) {
    NetworkSource source = Networks.of(NetworkKind.RESNET20, Stem.CIFAR, 10, ElementType.FLOAT64);
    UpdateRule rule =
        UpdateRule.of(OptimizerSettings.of(OptimizerKind.SGD, 0), UpdateRule.Form.PLAIN);
    ImageBatch batch = batch(DataType.FLOAT64);
    try (ScriptedNetwork network = new ScriptedNetwork(source, CPU, memoryFormat);
        OptimizerState state = new OptimizerState(rule, step -> RATE, CPU);
        TrainingStep step =
            new TrainingStep(
                source,
                network,
                rule,
                state,
                Optional.empty(),
                tally,
                new StepScript.Options(memoryFormat, 0, false),
                CPU)) {
      initialize(network, DataType.FLOAT64);
      for (int i = 0; i < 2; i++) {
        List<NDArray> expected = moved(network, batch);
        run(step, batch);
        assertEqual(network.trainable(), expected);
      }
      assertThat(state.steps()).isEqualTo(2);
    }
  }

  /**
   * Batches of unequal sizes have the gradient of all images together in a network without batch
   * normalisation.
   */
  @ParameterizedTest
  @CsvSource({"FLOAT64, 1e-10", "FLOAT32, 1e-5"})
  void steps_ofAccumulatedBatches_equalThoseOfOneBatch(DataType type, double tolerance) {
    UpdateRule rule =
        UpdateRule.of(
            new OptimizerSettings(
                OptimizerKind.SGD, 0.9, OptionalDouble.of(0.01), OptionalDouble.of(0.5)),
            UpdateRule.Form.PLAIN);
    ImageBatch batch = batch(type);
    float[] together = parametersAfter(rule, type, false, List.of(batch, batch));
    ImageBatch most = new ImageBatch(batch.images().get("0:3"), batch.labels().get("0:3"));
    ImageBatch rest = new ImageBatch(batch.images().get("3:4"), batch.labels().get("3:4"));
    float[] apart = parametersAfter(rule, type, true, List.of(most, rest, most, rest));
    double largest = 0;
    for (int i = 0; i < together.length; i++) {
      largest = Math.max(largest, Math.abs(together[i] - apart[i]));
    }
    assertThat(largest).isLessThan(tolerance);
    assertThat(apart).isNotEqualTo(parametersAfter(rule, type, true, List.of(most)));
  }

  /** Return all parameters of a transformer of one block after steps of one or two batches. */
  private float[] parametersAfter(
      UpdateRule rule, DataType type, boolean accumulates, List<ImageBatch> batches) {
    NetworkSource source = Networks.transformer(16, 10, ElementType.valueOf(type.name()));
    StepScript.Options form = new StepScript.Options(MemoryFormat.CHANNELS_LAST, 0.1, accumulates);
    try (ScriptedNetwork network = new ScriptedNetwork(source, CPU);
        OptimizerState state = new OptimizerState(rule, step -> RATE, CPU);
        TrainingStep step =
            new TrainingStep(source, network, rule, state, Optional.empty(), tally, form, CPU)) {
      manager.getEngine().setRandomSeed(3);
      initialize(network, type);
      JniUtils.setGradMode(true);
      for (int i = 0; i < batches.size(); i++) {
        double share = accumulates ? batches.get(i).labels().getShape().get(0) / 4.0 : 1;
        step.run(batches.get(i), share, !accumulates || i % 2 == 1);
      }
      assertThat(state.steps()).isEqualTo(accumulates ? batches.size() / 2 : batches.size());
      NDList arrays = new NDList();
      network
          .trainable()
          .forEach(p -> arrays.add(p.getArray().toType(DataType.FLOAT32, true).flatten()));
      return NDArrays.concat(arrays).toFloatArray();
    }
  }

  /** The loss of PyTorch's {@code cross_entropy} with {@code label_smoothing}. */
  @Test
  void labels_smoothed_areTheMeanWithTheUniformDistribution() {
    NetworkSource source = Networks.resnet20(4);
    UpdateRule rule =
        UpdateRule.of(OptimizerSettings.of(OptimizerKind.SGD, 0), UpdateRule.Form.PLAIN);
    StepScript.Options form = new StepScript.Options(MemoryFormat.CHANNELS_LAST, 0.2, false);
    try (ScriptModule script = ScriptModule.compile(CPU, StepScript.methods(source, rule, form))) {
      NDArray labels =
          manager.create(new float[] {0, 1, 0, 0, 0.25f, 0, 0, 0.75f}, new Shape(2, 4));
      assertThat(script.call("smoothed", labels).toFloatArray())
          .containsExactly(
              new float[] {0.05f, 0.85f, 0.05f, 0.05f, 0.25f, 0.05f, 0.05f, 0.65f}, within(1e-6f));
    }
  }

  private List<NDArray> moved(ScriptedNetwork network, ImageBatch batch) {
    try (GradientCollector collector = manager.getEngine().newGradientCollector();
        CrossEntropy loss = new CrossEntropy(CPU)) {
      ParameterStore store = new ParameterStore(manager, false);
      NDList logits = network.forward(store, new NDList(batch.images()), true);
      collector.backward(loss.evaluate(new NDList(batch.labels()), logits));
    }
    List<NDArray> expected = new ArrayList<>();
    for (Parameter parameter : network.trainable()) {
      NDArray array = parameter.getArray();
      expected.add(array.sub(array.getGradient().mul(RATE)));
      array.getGradient().muli(0);
    }
    return expected;
  }

  private static void assertEqual(List<Parameter> parameters, List<NDArray> expected) {
    for (int i = 0; i < expected.size(); i++) {
      NDArray actual = parameters.get(i).getArray();
      double off = actual.sub(expected.get(i)).abs().max().toDoubleArray()[0];
      assertThat(off).as(parameters.get(i).getName()).isLessThan(1e-12);
    }
  }

  @Test
  void run_always_countsTheBatch() {
    NetworkSource source = Networks.of(NetworkKind.RESNET20, Stem.CIFAR, 10, ElementType.FLOAT64);
    UpdateRule rule =
        UpdateRule.of(OptimizerSettings.of(OptimizerKind.ADAM, 0.9), UpdateRule.Form.PLAIN);
    ImageBatch batch = batch(DataType.FLOAT64);
    try (ScriptedNetwork network = new ScriptedNetwork(source, CPU);
        OptimizerState state = new OptimizerState(rule, step -> 0, CPU);
        TrainingStep step =
            new TrainingStep(source, network, rule, state, Optional.empty(), tally, FORM, CPU)) {
      initialize(network, DataType.FLOAT64);
      run(step, batch);
      EvaluationResult counted = tally.take();
      run(step, batch);
      assertThat(tally.take().loss()).isEqualTo(counted.loss()).isPositive();
    }
  }

  /** In float16 the scaled gradients of the first steps overflow, or else are used. */
  @ParameterizedTest
  @EnumSource
  void run_withOverflow_leavesParametersAndHalvesTheScale(OptimizerKind kind) {
    NetworkSource source = Networks.of(NetworkKind.RESNET20, Stem.CIFAR, 10, ElementType.FLOAT32);
    Architecture architecture = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10);
    UpdateRule rule =
        UpdateRule.of(
            OptimizerSettings.of(kind, 0.9),
            UpdateRule.Form.SKIPPING,
            ArrayRoles.of(architecture, source));
    ImageBatch sound = batch(DataType.FLOAT32);
    ImageBatch broken = new ImageBatch(sound.images().mul(Float.POSITIVE_INFINITY), sound.labels());
    try (ScriptedNetwork network = new ScriptedNetwork(source, CPU);
        LossScaler scaler = new LossScaler(CPU);
        OptimizerState state = new OptimizerState(rule, step -> RATE, CPU);
        TrainingStep step =
            new TrainingStep(source, network, rule, state, Optional.of(scaler), tally, FORM, CPU)) {
      initialize(network, DataType.FLOAT32);
      NDArray weight = network.trainable().get(0).getArray();
      float[] before = weight.toFloatArray();
      run(step, broken);
      assertThat(weight.toFloatArray()).isEqualTo(before);
      assertThat(scaler.scale()).isEqualTo(32_768);
      assertThat(state.arrays()).allSatisfy(array -> assertThat(sum(array)).isZero());
    }
  }

  private static float sum(NDArray array) {
    return array.abs().sum().toFloatArray()[0];
  }

  private static void run(TrainingStep step, ImageBatch batch) {
    JniUtils.setGradMode(true);
    step.run(batch, 1, true);
  }

  private void initialize(ScriptedNetwork network, DataType type) {
    network.initialize(manager, type, BATCH);
    for (Parameter parameter : network.trainable()) {
      parameter.getArray().setRequiresGradient(true);
    }
  }

  private ImageBatch batch(DataType type) {
    NDArray x = manager.create(Noise.of(BATCH.size(), 1)).reshape(BATCH).toType(type, true);
    return new ImageBatch(x, manager.eye(10).get("0:4").toType(type, true));
  }
}
