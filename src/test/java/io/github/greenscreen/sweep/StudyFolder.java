package io.github.greenscreen.sweep;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A real runs folder that a test writes step by step, as a study would. */
public final class StudyFolder {
  private static final Instant BEGUN = Instant.parse("2026-01-31T12:00:00Z");
  private static final LocalDateTime START = LocalDateTime.of(2026, 1, 31, 12, 0, 0);
  private static final int EPOCHS = 2;

  private final RunStore store;
  private final int asked;
  private final Map<String, String> settings;
  private final List<Configuration> given = new ArrayList<>();

  /** Begin a study in {@code runs} whose sweep was asked for so many runs, with settings. */
  public StudyFolder(Path runs, int asked, Map<String, String> settings) {
    this.store = new RunStore(runs);
    this.asked = asked;
    this.settings = settings;
  }

  public StudyFolder(Path runs, int asked) {
    this(runs, asked, Map.of());
  }

  public RunStore store() {
    return store;
  }

  /**
   * Write a study in all states: baseline 001 and run 002 completed, 003 runs, 004 was interrupted,
   * 005 failed, one configuration was given out and has no folder, two more are to be chosen.
   */
  public static StudyFolder unfinished(Path runs) {
    StudyFolder study = new StudyFolder(runs, 7);
    study.complete(study.run(RunPurpose.BASELINE, 0));
    study.complete(study.next());
    study.epoch(study.begin(study.next()), 0);
    study.interrupt(study.next());
    study.fail(study.next(), "out of memory");
    study.giveOut();
    return study;
  }

  /** Make the next run of the sweep, which waits. */
  public RunFolder next() {
    giveOut();
    return run(RunPurpose.SWEEP, given.size());
  }

  /** Choose a configuration and write it down. */
  public void giveOut() {
    given.add(configuration(given.size() + 1));
    store
        .study()
        .writeSweep(
            new SweepRecord(
                "random",
                22,
                asked,
                1,
                "",
                OptionalInt.empty(),
                settings,
                Map.of(),
                List.of(),
                List.of(),
                given));
  }

  /** Make a run, which waits; those of one number have the same configuration. */
  public RunFolder run(RunPurpose purpose, int number) {
    RunPlan plan = RunPlan.of(configuration(number));
    return store.create(plan, RunStatus.waiting(purpose, "", OptionalInt.empty()));
  }

  public RunFolder begin(RunFolder run) {
    run.writeStatus(run.readStatus().begun(BEGUN, new RunEnvironment(Map.of("host", "oak"))));
    return run;
  }

  /** Log an epoch, from 0, as it would be in a run whose last epochs are better. */
  public void epoch(RunFolder run, int number) {
    run.appendEpoch(row(Integer.toString(number), number));
  }

  public void complete(RunFolder run) {
    begin(run);
    for (int number = run.readEpochs().size(); number < EPOCHS; number++) {
      epoch(run, number);
    }
    run.appendEpoch(row("post", EPOCHS));
    run.writeResult(run.readPlan(), new RunResult(NetworkSize.ofParameters(10), 0.5, 0.5));
    RunStatus status = run.readStatus().ended(BEGUN.plusSeconds(60), RunState.COMPLETED, "");
    run.writeStatus(status.withSeconds(Map.of("train", 50.0)));
  }

  public void fail(RunFolder run, String reason) {
    begin(run);
    run.writeStatus(run.readStatus().ended(BEGUN.plusSeconds(9), RunState.FAILED, reason));
  }

  public void interrupt(RunFolder run) {
    begin(run);
    epoch(run, 0);
    run.writeStatus(run.readStatus().ended(BEGUN.plusSeconds(30), RunState.INTERRUPTED, ""));
  }

  private static Configuration configuration(int number) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("model", "resnet20");
    values.put("batch_size", Integer.toString(4 << number));
    values.put("lr", "0.01");
    values.put("dataset", "shapes");
    values.put("epochs", Integer.toString(EPOCHS));
    values.put("seed", "22");
    return Configuration.of(values);
  }

  private static EpochRow row(String epoch, int number) {
    double none = Double.NaN;
    return new EpochRow(
        epoch,
        START.plusSeconds(25L * (number + 1)),
        2 - 0.1 * number,
        0.3,
        2,
        0.3 + 0.1 * number,
        100,
        60,
        90,
        25,
        0.7,
        none,
        none,
        0.01,
        10,
        PowerSource.NONE);
  }

  /** Return no plan: nobody knows how this sweep chooses. */
  public static Optional<SweepPlan> noPlan() {
    return Optional.empty();
  }
}
