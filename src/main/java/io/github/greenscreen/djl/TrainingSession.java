package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.listener.TrainingListener.BatchData;
import io.github.greenscreen.data.ImageSet;
import io.github.greenscreen.data.PixelStatistics;
import io.github.greenscreen.djl.data.Augmenter;
import io.github.greenscreen.djl.data.Augmenters;
import io.github.greenscreen.djl.data.DeviceImages;
import io.github.greenscreen.djl.data.FirstBatch;
import io.github.greenscreen.djl.data.Pictures;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.ElementType;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.NumberFormat;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.optimizer.FusedOptimizer;
import io.github.greenscreen.djl.optimizer.Schedules;
import io.github.greenscreen.djl.optimizer.UpdateRule;
import io.github.greenscreen.training.EpochResult;
import io.github.greenscreen.training.Hyperparameters;
import io.github.greenscreen.training.Precision;
import io.github.greenscreen.training.Preparation;
import io.github.greenscreen.training.TrainingJob;
import io.github.greenscreen.training.TrainingObserver;
import io.github.greenscreen.training.TrainingResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One training from initial weights to the test score. Close it to free the device. */
final class TrainingSession implements AutoCloseable {
  /** Images per step of validation and test; gradients need no memory there. */
  private static final int EVALUATION_BATCH = 128;

  private final TrainingJob job;
  private final TrainingObserver observer;
  private final ObserverListener listener;
  private final Augmenter augmenter;
  private final SplittableRandom random;
  private final Resources resources = new Resources();
  private final NetworkSource source;
  private final ScriptedNetwork network;
  private final Model model;
  private final FusedOptimizer optimizer;
  private final FusedTrainer trainer;
  private final DeviceImages images;
  private final Tally tally;

  TrainingSession(TrainingJob job, Device device, TrainingObserver observer) {
    this.job = job;
    this.observer = observer;
    Hyperparameters how = job.hyperparameters();
    ImageSet pool = job.images();
    DataType type = how.precision() == Precision.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    int batches = BatchPlan.count(job.split().training().length, how.batchSize());
    listener = new ObserverListener(observer, batches);
    Augmenter varied = Augmenters.of(how.augmentation(), job.seed());
    augmenter = FirstBatch.shownTo(observer, pool.classes(), varied);
    random = new SplittableRandom(job.seed());
    Architecture architecture = Architecture.of(how.model(), how.stem(), pool.classes().size());
    ElementType element =
        how.precision() == Precision.FLOAT64 ? ElementType.FLOAT64 : ElementType.FLOAT32;
    source = NetworkSource.of(architecture, NumberFormat.uniform(element));
    network = resources.add(new ScriptedNetwork(source, device));
    model = resources.add(Model.newInstance(how.model().spelling(), device, "PyTorch"));
    model.setBlock(network);
    model.setDataType(type);
    optimizer = resources.add(optimizer(how, batches * job.epochs(), device));
    CrossEntropy loss = resources.add(new CrossEntropy(device));
    trainer = resources.add(trainer(loss, device));
    trainer.initialize(new Shape(1, 3, ImageSet.SIDE, ImageSet.SIDE));
    PixelStatistics statistics = PixelStatistics.of(pool, job.split().training());
    NDManager manager = trainer.getManager();
    images = resources.add(new DeviceImages(manager, pool, how.preprocessing(), statistics, type));
    tally = resources.add(new Tally(manager, pool.classes().size()));
  }

  private static FusedOptimizer optimizer(Hyperparameters how, int steps, Device device) {
    return new FusedOptimizer(
        UpdateRule.of(how.optimizer(), how.momentum()),
        Schedules.of(how.schedule(), how.learningRate(), how.decaySteps(), steps),
        device);
  }

  private FusedTrainer trainer(CrossEntropy loss, Device device) {
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(loss)
            .optOptimizer(optimizer)
            .optDevices(new Device[] {device})
            .addTrainingListeners(listener);
    return new FusedTrainer(model, config, optimizer);
  }

  /** Train all epochs, test once, and leave the model where the job wants it. */
  TrainingResult run() {
    Device device = model.getNDManager().getDevice();
    observer.trainingBegins(
        new Preparation(source.parameterCount(), DeviceFacts.of(device), Map.of()));
    for (int epoch = 0; epoch < job.epochs(); epoch++) {
      listener.achieved(epoch(epoch));
      trainer.notifyListeners(each -> each.onEpoch(trainer));
    }
    job.modelFolder().ifPresent(this::save);
    long begin = System.nanoTime();
    Score test = evaluate(job.split().test());
    return new TrainingResult(test.accuracy(), test.macroF1(), seconds(begin));
  }

  @Override
  public void close() {
    resources.close();
  }

  private EpochResult epoch(int epoch) {
    long start = System.currentTimeMillis();
    long begin = System.nanoTime();
    Score training = trainEpoch();
    double trainSeconds = seconds(begin);
    long validationBegin = System.nanoTime();
    Score validation = evaluate(job.split().validation());
    return new EpochResult(
        epoch,
        training.loss(),
        training.accuracy(),
        validation.loss(),
        validation.accuracy(),
        optimizer.lastLearningRate(),
        start,
        System.currentTimeMillis(),
        trainSeconds,
        seconds(validationBegin),
        Math.toIntExact(training.images()));
  }

  private Score trainEpoch() {
    int size = job.hyperparameters().batchSize();
    for (int[] batch : BatchPlan.shuffled(job.split().training(), size, random)) {
      trainBatch(batch);
      trainer.notifyListeners(
          each -> each.onTrainingBatch(trainer, new BatchData(null, Map.of(), Map.of())));
    }
    return tally.take();
  }

  private void trainBatch(int[] batch) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      Pictures pictures = images.batch(manager, batch, augmenter, random.split());
      NDList labels = new NDList(pictures.labels());
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList logits = trainer.forward(new NDList(pictures.images()));
        NDArray loss = trainer.getLoss().evaluate(labels, logits);
        collector.backward(loss);
        tally.count(logits.head(), pictures.labels());
      }
      trainer.step();
    }
  }

  private Score evaluate(int[] indices) {
    List<int[]> batches = BatchPlan.inOrder(indices, EVALUATION_BATCH);
    for (int[] batch : batches) {
      try (NDManager manager = trainer.getManager().newSubManager()) {
        Pictures pictures = images.batch(manager, batch);
        NDList logits = trainer.evaluate(new NDList(pictures.images()));
        tally.count(logits.head(), pictures.labels());
      }
    }
    return tally.take();
  }

  private void save(Path folder) {
    try {
      model.setProperty("Epoch", Integer.toString(job.epochs()));
      model.save(folder, model.getName());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the trained network to " + folder, e);
    }
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
