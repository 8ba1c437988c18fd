package io.github.greenscreen.training;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A run of two epochs with everything round it made up: pictures, clock, meter and listener. */
public final class RunFixture {
  static final Instant NOON = Instant.parse("2026-01-31T11:00:00Z");
  public static final long START = NOON.toEpochMilli();
  public static final Clock CLOCK = Clock.fixed(NOON, ZoneId.of("Europe/Berlin"));
  public static final Duration HOUR = Duration.ofHours(1);
  public static final RuntimeEnvironment FACTS =
      new RuntimeEnvironment("oak", 4711, "17.0.1", "Linux amd64", "0.1.0");
  public static final TrainingResult RESULT = new TrainingResult(0.5, 0.375, 2, Map.of());

  private RunFixture() {}

  static TrainingRun training(Trainer trainer, PowerMeter meter) {
    return new TrainingRun(trainer, meter, HOUR, (name, data, side) -> images(), CLOCK, FACTS);
  }

  public static RunFolder newRun(Path runs, RunPurpose purpose, OptionalInt limit) {
    return new RunStore(runs).create(plan(), RunStatus.waiting(purpose, "/data", limit));
  }

  public static RunFolder newRun(Path runs, Configuration configuration) {
    RunPlan plan = new RunPlan(configuration, 22, OptionalInt.of(2), "shapes");
    return new RunStore(runs)
        .create(plan, RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty()));
  }

  static RunPlan plan() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("model", "resnet20");
    values.put("batch_size", "4");
    values.put("partitioning", "60-20-20");
    values.put("optimizer", "SGD");
    return new RunPlan(Configuration.of(values), 22, OptionalInt.of(2), "shapes");
  }

  public static ImageSet images() {
    byte[] labels = new byte[100];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i % 10);
    }
    List<String> classes = IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();
    return new ImageSet("shapes", classes, new byte[100 * ImageSet.IMAGE_BYTES], labels);
  }

  static TrainingResult twoEpochs(TrainingJob job, TrainingObserver listener) {
    listener.trainingBegins(preparation());
    listener.batchEnded(0, 0, 2);
    listener.epochEnded(epoch(0, START, START + 10_000, 2.5));
    listener.epochEnded(epoch(1, START + 10_000, START + 20_000, 1.25));
    return RESULT;
  }

  public static EngineInfo preparation() {
    return new EngineInfo(
        NetworkSize.ofParameters(1234),
        Map.of("device", "a fake"),
        Map.of("precision_effective", "bfloat16"));
  }

  public static EpochResult epoch(int number, long start, long end, double loss) {
    return new EpochResult(number, loss, 0.1, Double.NaN, 0.125, 0.01, start, end, 8, 2, 0, 36);
  }

  /** Gives at its first reading 31 samples of a ramp of 10 W/s, and one more at every other. */
  static final class Ramp implements PowerMeter {
    private final double counted;
    private int second;

    /** Has no energy counter. */
    Ramp() {
      this(Double.NaN);
    }

    /** Has an energy counter that counts so many times what the power is. */
    Ramp(double counted) {
      this.counted = counted;
    }

    @Override
    public String name() {
      return "ramp";
    }

    @Override
    public List<PowerSample> read() {
      int last = second == 0 ? 30 : second;
      List<PowerSample> samples =
          IntStream.rangeClosed(second, last)
              .mapToObj(
                  s ->
                      new PowerSample(
                          START + s * 1000L,
                          "GPU 0",
                          10 * s,
                          40 + s,
                          s,
                          512 + s,
                          counted * 5 * s * s))
              .toList();
      second = last + 1;
      return samples;
    }
  }

  /** Writes down what it hears. */
  public static final class RecordingObserver implements TrainingObserver {
    final List<String> events = new ArrayList<>();

    @Override
    public void trainingBegins(EngineInfo preparation) {
      events.add("begins " + preparation.network().parameters());
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
      events.add("batch " + epoch + " " + batch + " " + batches);
    }

    @Override
    public void epochEnded(EpochResult result) {
      events.add("epoch " + result.epoch());
    }
  }
}
