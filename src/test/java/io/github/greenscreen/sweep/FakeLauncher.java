package io.github.greenscreen.sweep;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.sweep.launch.RunProcess;
import io.github.greenscreen.sweep.launch.Slot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A launcher that does in this process what a run would do; each launch takes the next deed. */
public final class FakeLauncher implements Launcher {
  /** What one run does. */
  public interface Deed {
    int run(RunFolder folder) throws InterruptedException;
  }

  /** What was launched, in order. */
  final List<Configuration> launched = new ArrayList<>();

  /** How often any run was asked to end. */
  public final AtomicInteger stops = new AtomicInteger();

  /** Opens when a run is killed. */
  final CountDownLatch killed = new CountDownLatch(1);

  /** Interrupts the sweep. */
  Runnable interruption = () -> {};

  private static final int WITH_THE_SWEEP = -1;

  private final List<Deed> deeds;

  /** Do {@code deeds} one after the other, and complete every run after them. */
  public FakeLauncher(Deed... deeds) {
    this.deeds = new ArrayList<>(List.of(deeds));
  }

  @Override
  public List<Slot> slots(OptionalInt parallel) {
    return IntStream.rangeClosed(1, parallel.orElse(1))
        .mapToObj(number -> new Slot(number, "", Map.of()))
        .toList();
  }

  @Override
  public synchronized RunProcess start(RunFolder folder, Slot slot) {
    launched.add(folder.readPlan().whole());
    Deed action = deeds.isEmpty() ? FakeLauncher.complete() : deeds.remove(0);
    return new RunProcess() {
      @Override
      public int await() throws InterruptedException {
        int code = action.run(folder);
        if (code == WITH_THE_SWEEP) {
          interruption.run();
          return 130;
        }
        return code;
      }

      @Override
      public void stop() {
        stops.incrementAndGet();
      }

      @Override
      public void kill() {
        killed.countDown();
      }
    };
  }

  public static Deed complete() {
    return folder -> {
      start(folder);
      int epochs = folder.readPlan().epochs().orElseThrow();
      IntStream.range(0, epochs).forEach(i -> folder.appendEpoch(epoch(i)));
      folder.writeResult(folder.readPlan(), new RunResult(NetworkSize.ofParameters(10), 0.5, 0.5));
      end(folder);
      return 0;
    };
  }

  /** Write what a completed run has besides its epochs and its result. */
  static void end(RunFolder folder) {
    folder.appendEpoch(row("post", 59, 0.5));
    RunStatus status = folder.readStatus().with(RunState.COMPLETED, "");
    folder.writeStatus(status.withSeconds(Map.of("train", 1.0)));
  }

  /** Complete with {@code wattHours} of energy. */
  static Deed spend(double wattHours) {
    return folder -> {
      int code = complete().run(folder);
      RunStatus status = folder.readStatus();
      RunEnergy energy = new RunEnergy(wattHours, Double.NaN, Double.NaN, 100, "");
      folder.writeStatus(
          status.withMeasurements(
              RunMeasurements.NONE.withEnergy(energy, Optional.empty(), Optional.empty())));
      return code;
    };
  }

  static Deed fail(String reason) {
    return folder -> {
      start(folder);
      folder.writeStatus(folder.readStatus().with(RunState.FAILED, reason));
      return 1;
    };
  }

  /** End early; the exit code is that of a training that was asked for and gave no result. */
  static Deed stop(String reason) {
    return folder -> {
      start(folder);
      folder.writeStatus(folder.readStatus().with(RunState.STOPPED, reason));
      return 1;
    };
  }

  /** Begin, log one epoch and die without a word. */
  public static Deed die(int exitCode) {
    return folder -> {
      start(folder);
      folder.appendEpoch(epoch(0));
      return exitCode;
    };
  }

  /** Begin, log one epoch, and end because somebody interrupts the sweep. */
  static Deed interrupted() {
    return die(WITH_THE_SWEEP);
  }

  public static void start(RunFolder folder) {
    RunStatus old = folder.readStatus();
    folder.writeStatus(old.begun(Instant.parse("2026-01-31T12:00:00Z"), old.environment()));
  }

  static EpochRow epoch(int number) {
    return epoch(number, 0.5);
  }

  static EpochRow epoch(int number, double accuracy) {
    return row(Integer.toString(number), number, accuracy);
  }

  private static EpochRow row(String name, int second, double accuracy) {
    LocalDateTime time = LocalDateTime.of(2026, 1, 31, 12, 0, second);
    double nan = Double.NaN;
    return new EpochRow(
        name,
        time,
        1,
        accuracy,
        1,
        accuracy,
        nan,
        nan,
        nan,
        1,
        nan,
        nan,
        nan,
        0.1,
        10,
        PowerSource.NONE);
  }
}
