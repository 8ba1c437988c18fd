package io.github.greenscreen.benchmark;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.PixelStatistics;
import io.github.greenscreen.djl.data.Augmenter;
import io.github.greenscreen.djl.data.Augmenters;
import io.github.greenscreen.djl.data.DeviceBatches;
import io.github.greenscreen.djl.data.DeviceDataSet;
import io.github.greenscreen.training.hyperparameter.Augmentation;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.Preprocessing;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A batch of 64, drawn before, on its way to the network: gathered, varied, scaled. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DataBenchmark {
  private static final int BATCH = 64;

  /** How images are varied. */
  @Param({"NONE", "RANDOM", "MIXUP", "CUTMIX"})
  public Augmentation augmentation;

  private final int[] indices = IntStream.range(0, BATCH).toArray();
  private NDManager manager;
  private DeviceDataSet images;
  private Augmenter augmenter;
  private DeviceBatches batches;

  /** Copy the images to the device. */
  @Setup
  public void prepare() {
    ImageSet set = DataSets.open("shapes", Optional.empty());
    manager = Engine.getEngine("PyTorch").newBaseManager();
    PixelStatistics statistics = PixelStatistics.of(set, indices);
    images =
        new DeviceDataSet(
            manager, set, Preprocessing.STANDARDIZATION, statistics, MemoryFormat.CHANNELS_LAST, DataType.FLOAT32);
    augmenter = Augmenters.of(augmentation, 1, 32);
    batches = DeviceBatches.drawn(manager, List.of(indices), augmenter, new SplittableRandom(1));
  }

  /** Free the device. */
  @TearDown
  public void close() {
    batches.close();
    images.close();
    manager.close();
  }

  /** Make one batch. */
  @Benchmark
  public long batch() {
    try (NDManager scratch = manager.newSubManager()) {
      return images.pictures(batches.get(scratch, 0), augmenter).images().size();
    }
  }
}
