package io.github.greenscreen.benchmark;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.djl.DjlTrainer;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Twenty steps of batch size 64 in a short training; the network is built each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class TrainingBenchmark {
  private static final int BATCH = 64;
  private static final int STEPS = 20;

  /** Network and stem. */
  @Param({"resnet20 imagenet", "resnet50 imagenet", "resnet50 cifar"})
  public String network;

  private TrainingJob job;

  /** Draw the images. */
  @Setup(Level.Trial)
  public void prepare() {
    String[] words = network.split(" ");
    Map<String, String> values =
        Map.of(
            "model", words[0], "stem", words[1], "precision", "float32", "batch_size", "" + BATCH);
    ImageSet images = DataSets.open("shapes", Optional.empty());
    int training = BATCH * STEPS;
    Split split =
        new Split(
            IntStream.range(0, training).toArray(),
            IntStream.range(training, training + 1).toArray(),
            IntStream.range(training + 1, training + 2).toArray());
    Hyperparameters how = Hyperparameters.of(Configuration.of(values));
    job = new TrainingJob(how, 1, 1, images, split, Optional.empty(), Optional.empty());
  }

  /** Train for one epoch. */
  @Benchmark
  public TrainingResult twentySteps() {
    return new DjlTrainer().train(job, new Deaf());
  }

  private static final class Deaf implements TrainingObserver {
    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void epochEnded(EpochResult result) {}
  }
}
