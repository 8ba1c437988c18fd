package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListener;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.PatchWhitening;
import io.github.greenscreen.data.split.PixelStatistics;
import io.github.greenscreen.djl.data.ChannelNormalization;
import io.github.greenscreen.djl.data.DeviceDataSet;
import io.github.greenscreen.djl.metric.ConfusionMatrix;
import io.github.greenscreen.djl.metric.CrossEntropy;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.ArrayRoles;
import io.github.greenscreen.djl.network.HiddenConvolution;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.Quantization;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.optimizer.OptimizerState;
import io.github.greenscreen.djl.optimizer.Schedules;
import io.github.greenscreen.djl.optimizer.UpdateRule;
import io.github.greenscreen.djl.pruning.Pruner;
import io.github.greenscreen.djl.quantized.IntegerKernels;
import io.github.greenscreen.djl.selftest.EngineSettings;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.List;
import java.util.Optional;

/** The objects that a training uses on its device, created for a job. Close it to free them all. */
final class TrainingComponents implements AutoCloseable {
  final NumberFormat format;
  final InitialWeights weights;
  final Architecture architecture;
  final Quantization quantization;
  final NetworkSource source;
  final ScriptedNetwork network;
  final Model model;
  final OptimizerState optimizer;
  final Optional<LossScaler> scaler;
  final Trainer trainer;
  final DeviceDataSet images;
  final ConfusionMatrix tally;
  final TrainingStep step;
  final Optional<Pruner> pruner;
  final Optional<WeightAverage> average;

  private final PointwiseFormulation pointwise;
  private final CloseableStack resources = new CloseableStack();

  /**
   * Create the components.
   *
   * @param half half-precision format of {@code device}
   * @param settings how the engine computes
   * @param steps updates of the whole run
   * @param listener is notified of batches and epochs
   */
  TrainingComponents(
      TrainingJob job,
      Device device,
      ElementType half,
      EngineSettings settings,
      int steps,
      TrainingListener listener) {
    Hyperparameters how = job.hyperparameters();
    ImageSet pool = job.images();
    int classes = pool.classes().size();
    format = PrecisionPolicy.of(how.precision(), half);
    weights = InitialWeights.of(how, classes, pool.side());
    PixelStatistics statistics = PixelStatistics.of(pool, job.split().training());
    ChannelNormalization scaling = weights.scaling(how.preprocessing(), statistics);
    architecture = initialized(network(how, classes, pool.side()), job, scaling).with(how.freeze());
    pointwise = settings.pointwise(device, format.activations(), how.memoryFormat());
    quantization = quantization(how.internal());
    source = source(architecture);
    try {
      network = resources.add(new ScriptedNetwork(source, device, how.memoryFormat()));
      model = resources.add(Model.newInstance(how.model().configName(), device, "PyTorch"));
      model.setBlock(network);
      scaler =
          format.isMixed() && half == ElementType.FLOAT16
              ? Optional.of(resources.add(new LossScaler(device)))
              : Optional.empty();
      UpdateRule rule = UpdateRule.of(how.optimizer(), form(), ArrayRoles.of(architecture, source));
      optimizer =
          resources.add(new OptimizerState(rule, Schedules.of(how.learningRate(), steps), device));
      trainer = resources.add(trainer(resources.add(new CrossEntropy(device)), device, listener));
      trainer.initialize(new Shape(1, 3, pool.side(), pool.side()));
      weights.load(network, device);
      images = resources.add(images(job, scaling));
      tally = resources.add(new ConfusionMatrix(trainer.getManager(), pool.classes()));
      step =
          resources.add(
              new TrainingStep(
                  source, network, rule, optimizer, scaler, tally, stepOptions(how), device));
      pruner =
          how.pruning().isActive()
              ? Optional.of(
                  resources.add(
                      new Pruner(
                          how.pruning(),
                          source.trainable(),
                          HiddenConvolution.of(architecture),
                          steps,
                          device)))
              : Optional.empty();
      pruner.ifPresent(each -> each.begin(trainable()));
      average =
          how.averaging() > 0
              ? Optional.of(resources.add(new WeightAverage(how.averaging(), device)))
              : Optional.empty();
      average.ifPresent(each -> each.begin(trainable()));
    } catch (RuntimeException | Error e) {
      resources.close();
      throw e;
    }
  }

  /** Return the source of {@code network} that computes as the network of this training does. */
  NetworkSource source(Architecture network) {
    return NetworkSource.of(network, format, pointwise, quantization, IntegerKernels.levels());
  }

  /** Return the height and width in pixels at which the network receives {@code images}. */
  int side(ImageSet images) {
    return weights.side().orElse(images.side());
  }

  /** Return the arrays of the trainable parameters in the order of the network. */
  List<NDArray> trainable() {
    return network.trainable().stream().map(Parameter::getArray).toList();
  }

  @Override
  public void close() {
    resources.close();
  }

  private static Quantization quantization(ExecutionMode internal) {
    return switch (internal) {
      case NONE, JIT_COMPILATION -> Quantization.NONE;
      case PRE_QUANTIZATION -> Quantization.TRAINED;
      case POST_QUANTIZATION -> Quantization.CALIBRATED;
    };
  }

  private static StepScript.Options stepOptions(Hyperparameters how) {
    return new StepScript.Options(how.memoryFormat(), how.labelSmoothing(), how.accumulate() > 1);
  }

  private UpdateRule.Form form() {
    if (scaler.isPresent()) {
      return UpdateRule.Form.SKIPPING;
    }
    return format.parameters().isHalf() ? UpdateRule.Form.HALF : UpdateRule.Form.PLAIN;
  }

  /** Return a trainer that initialises, evaluates, and notifies listeners; {@link #step} trains. */
  private Trainer trainer(CrossEntropy loss, Device device, TrainingListener listener) {
    return model.newTrainer(
        new DefaultTrainingConfig(loss)
            .optDevices(new Device[] {device})
            .addTrainingListeners(listener));
  }

  private static Architecture network(Hyperparameters how, int classes, int side) {
    return Architecture.of(how.model(), how.stem(), classes, side, how.regularization());
  }

  private static Architecture initialized(
      Architecture network, TrainingJob job, ChannelNormalization scaling) {
    return switch (job.hyperparameters().initialization()) {
      case RANDOM -> network;
      case WHITENING ->
          network.whitenedBy(
              PatchWhitening.filters(
                  job.images(),
                  job.split().training(),
                  scaling.shift(),
                  scaling.scale(),
                  network.patchSide()));
    };
  }

  /** Batches have at least single precision; the network casts them to its own format. */
  private DeviceDataSet images(TrainingJob job, ChannelNormalization scaling) {
    return new DeviceDataSet(
        trainer.getManager(),
        job.images(),
        scaling,
        weights.side(),
        job.hyperparameters().memoryFormat(),
        format.activations() == ElementType.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32,
        job.hyperparameters().placement());
  }
}
