package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.checkpoint.Checkpoint;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.sweep.attempt.IdlePowerMeasurement;
import io.github.greenscreen.sweep.attempt.SweepOptions;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import io.github.greenscreen.sweep.attempt.SweepOutcome.EndedRun;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.sweep.launch.SweepException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              new CategoricalParameter("lr", List.of("1", "2", "3", "4")),
              new CategoricalParameter("optimizer_momentum", List.of("0.0", "0.5")),
              new FixedParameter("dataset", "shapes"),
              new FixedParameter("epochs", "2"),
              new FixedParameter("seed", "5")));

  @TempDir Path folder;
  private final RecordingListener heard = new RecordingListener();

  @Test
  void run_allComplete_goesThroughThePlan() {
    SweepOutcome outcome = sweep(new FakeLauncher()).run(plan(SamplerType.GRID, 2));
    assertThat(outcome).isEqualTo(outcome(2, 2, false, "001", "002"));
    assertThat(outcome.exhausted()).isFalse();
    assertThat(heard.events)
        .containsExactly(
            "planned 2",
            "started 001 1/2 lr 1",
            "ended 001 completed",
            "started 002 2/2 lr 1",
            "ended 002 completed");
    RunStatus status = store().folders().get(0).readStatus();
    assertThat(status.purpose()).isEqualTo(RunPurpose.SWEEP);
    assertThat(status.data()).isEqualTo("some/data");
    assertThat(status.limit()).hasValue(64);
  }

  @Test
  void run_beforeARunBegins_hasWrittenItDown() {
    FakeLauncher runs =
        new FakeLauncher(
            run -> {
              assertThat(store().study().readSweep().orElseThrow().configurations())
                  .containsExactly(run.readPlan().whole());
              return FakeLauncher.complete().run(run);
            });
    assertThat(sweep(runs).run(plan(SamplerType.RANDOM, 3)).completed()).hasSize(3);
  }

  @Test
  void run_settingsOfThePlan_areWrittenDown() {
    SweepPlan plan =
        new SweepPlan(
            StudySnapshot.ahead(SPACE, List.of(), 22),
            SamplerType.RANDOM,
            1,
            1,
            "",
            OptionalInt.empty(),
            Map.of("meter", "rapl"),
            "",
            Map.of(),
            List.of(),
            List.of());
    sweep(new FakeLauncher()).run(plan);
    assertThat(store().study().readSweep().orElseThrow().settings()).containsEntry("meter", "rapl");
  }

  @Test
  void run_baselineThere_isLeftOut() {
    create(SPACE, RunPurpose.BASELINE);
    FakeLauncher runs = new FakeLauncher();
    assertThat(sweep(runs).run(plan(SamplerType.GRID, 1)).completed()).containsExactly("002");
    assertThat(runs.launched.get(0).get("optimizer_momentum")).isEqualTo("0.5");
  }

  @Test
  void run_singleAndFinalRunsThere_areNotLeftOut() {
    create(SPACE, RunPurpose.SINGLE);
    create(SPACE, RunPurpose.FINAL);
    FakeLauncher runs = new FakeLauncher();
    sweep(runs).run(plan(SamplerType.GRID, 1));
    assertThat(runs.launched.get(0)).isEqualTo(SPACE.baseline());
  }

  @Test
  void run_moreThanTheSpaceHolds_saysExhausted() {
    SweepOutcome outcome = sweep(new FakeLauncher()).run(plan(SamplerType.RANDOM, 100));
    assertThat(outcome.exhausted()).isTrue();
    assertThat(outcome.planned()).isEqualTo(8);
    assertThat(outcome.completed()).hasSize(8);
  }

  @Test
  void run_nothingLeft_runsNothingAndWritesNoPlan() {
    SearchSpace one = SPACE.with("lr", "1").with("optimizer_momentum", "0.0");
    create(one, RunPurpose.BASELINE);
    SweepPlan plan = new SweepPlan(one, SamplerType.RANDOM, 5, 22, "", OptionalInt.empty());
    SweepOutcome outcome = sweep(new FakeLauncher()).run(plan);
    assertThat(outcome).isEqualTo(outcome(5, 0, false));
    assertThat(outcome.exhausted()).isTrue();
    assertThat(store().study().readSweep()).isEmpty();
  }

  @Test
  void run_someFail_goesOnWithTheSameSequence() {
    FakeLauncher calm = new FakeLauncher();
    sweep(folder.resolve("calm"), calm).run(plan(SamplerType.RANDOM, 5));
    FakeLauncher stormy =
        new FakeLauncher(
            FakeLauncher.fail("precision float16 is not supported"),
            FakeLauncher.complete(),
            FakeLauncher.die(137),
            FakeLauncher.die(3),
            unstartable());
    SweepOutcome outcome = sweep(folder.resolve("stormy"), stormy).run(plan(SamplerType.RANDOM, 5));
    assertThat(stormy.launched).isEqualTo(calm.launched);
    assertThat(outcome.completed()).containsExactly("002");
    assertThat(outcome.failed())
        .containsExactly(
            new EndedRun("001", "precision float16 is not supported"),
            new EndedRun(
                "003",
                "the process was killed by signal 9 (SIGKILL), possibly out of memory; see "
                    + "output.log"),
            new EndedRun("004", "the process exited with code 3; see output.log"),
            new EndedRun("005", "no java"));
    RunStatus died = new RunFolder(folder.resolve("stormy/003")).readStatus();
    assertThat(died.state()).isEqualTo(RunState.FAILED);
    assertThat(died.ended()).contains(NOW);
    assertThat(outcome.interrupted()).isFalse();
  }

  @Test
  void run_someDiverge_countsThemApartFromFailures() {
    FakeLauncher runs =
        new FakeLauncher(FakeLauncher.complete(), FakeLauncher.stop("training diverged"));
    SweepOutcome outcome = sweep(runs).run(plan(SamplerType.GRID, 3));
    assertThat(outcome.completed()).containsExactly("001", "003");
    assertThat(outcome.stopped()).containsExactly(new EndedRun("002", "training diverged"));
    assertThat(outcome.failed()).isEmpty();
    assertThat(heard.events).contains("ended 002 stopped");
  }

  @Test
  void resume_stoppedRun_isNotRepeated() {
    sweep(new FakeLauncher(FakeLauncher.stop("training diverged"), FakeLauncher.interrupted()))
        .run(plan(SamplerType.GRID, 3));
    FakeLauncher second = new FakeLauncher();
    SweepOutcome outcome =
        sweep(second).resume(Optional.of(plan(SamplerType.GRID, 3)), SweepChanges.none());
    assertThat(second.launched).hasSize(2);
    assertThat(outcome.completed()).containsExactly("002", "003");
    assertThat(outcome.stopped()).containsExactly(new EndedRun("001", "training diverged"));
    assertThat(store().folders().get(0).readStatus().attempts()).isEqualTo(1);
  }

  @Test
  void run_folderRemovedMeanwhile_countsAsFailed() {
    FakeLauncher runs = new FakeLauncher(run -> delete(run.path()));
    SweepOutcome outcome = sweep(runs).run(plan(SamplerType.GRID, 2));
    assertThat(outcome.failed()).hasSize(1);
    assertThat(outcome.failed().get(0).reason()).contains("is not a run folder");
    assertThat(outcome.completed()).hasSize(1);
  }

  @Test
  void run_sweepThere_isRefusedWithBothWaysOut() {
    sweep(new FakeLauncher(FakeLauncher.complete(), FakeLauncher.interrupted()))
        .run(plan(SamplerType.GRID, 3));
    assertThatThrownBy(() -> sweep(new FakeLauncher()).run(plan(SamplerType.GRID, 3)))
        .isInstanceOf(SweepException.class)
        .hasMessage(
            folder
                + " already holds a sweep, with 1 of 3 runs ended; finish it with --resume, "
                + "extend it with --resume -n N, or choose another folder with --runs");
  }

  @Test
  void run_interrupted_endsTheSweep() {
    FakeLauncher runs = new FakeLauncher(FakeLauncher.complete(), FakeLauncher.interrupted());
    SweepOutcome outcome = sweep(runs).run(plan(SamplerType.GRID, 4));
    assertThat(outcome).isEqualTo(outcome(4, 4, true, "001"));
    assertThat(store().folders()).hasSize(2);
    assertThat(store().folders().get(1).readStatus().state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(heard.events).endsWith("ended 002 interrupted");
  }

  @Test
  void stop_inARun_asksItToEndAndEndsTheSweep() {
    AtomicReference<Sweep> sweep = new AtomicReference<>();
    FakeLauncher runs =
        new FakeLauncher(
            run -> {
              FakeLauncher.start(run);
              sweep.get().stop();
              return 143;
            });
    sweep.set(sweep(runs));
    SweepOutcome outcome = sweep.get().run(plan(SamplerType.GRID, 4));
    assertThat(outcome.interrupted()).isTrue();
    RunStatus status = store().folders().get(0).readStatus();
    assertThat(status.state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(status.reason()).isEqualTo("the sweep was asked to stop");
    assertThat(runs.launched).hasSize(1);
    assertThat(runs.stops).hasValue(1);
    assertThat(heard.events).contains("stopping [001] 1");
  }

  @Test
  void stop_asARunEnds_keepsTheRunAndEndsTheSweep() {
    AtomicReference<Sweep> sweep = new AtomicReference<>();
    FakeLauncher runs =
        new FakeLauncher(
            run -> {
              int code = FakeLauncher.complete().run(run);
              sweep.get().stop();
              return code;
            });
    sweep.set(sweep(runs));
    SweepOutcome outcome = sweep.get().run(plan(SamplerType.GRID, 4));
    assertThat(outcome).isEqualTo(outcome(4, 4, true, "001"));
  }

  @Test
  void run_epochsLogged_areToldWhileTheRunGoesOn() {
    CountDownLatch told = new CountDownLatch(1);
    heard.onProgress = told::countDown;
    FakeLauncher runs =
        new FakeLauncher(
            run -> {
              FakeLauncher.start(run);
              run.appendEpoch(FakeLauncher.epoch(0));
              told.await();
              return FakeLauncher.complete().run(run);
            });
    new Sweep(
            store(),
            runs,
            heard,
            SweepOptions.none(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofMillis(5))
        .run(plan(SamplerType.GRID, 1));
    assertThat(heard.events).contains("progress 001 1/2").endsWith("ended 001 completed");
  }

  @Test
  void resume_someMissing_runsExactlyThose() {
    FakeLauncher calm = new FakeLauncher();
    sweep(folder.resolve("calm"), calm).run(plan(SamplerType.RANDOM, 6));
    FakeLauncher first =
        new FakeLauncher(
            FakeLauncher.complete(), FakeLauncher.fail("diverged"), FakeLauncher.interrupted());
    sweep(first).run(plan(SamplerType.RANDOM, 6));
    FakeLauncher second = new FakeLauncher();
    SweepOutcome outcome =
        sweep(second).resume(Optional.of(plan(SamplerType.RANDOM, 6)), SweepChanges.none());
    assertThat(second.launched).isEqualTo(calm.launched.subList(2, 6));
    assertThat(outcome.completed()).containsExactly("001", "003", "004", "005", "006");
    assertThat(outcome.failed()).containsExactly(new EndedRun("002", "diverged"));
    List<Configuration> plans =
        store().folders().stream().map(run -> run.readPlan().whole()).toList();
    assertThat(new HashSet<>(plans)).hasSize(6);
    RunFolder again = store().folders().get(2);
    assertThat(again.readStatus().attempts()).isEqualTo(2);
    assertThat(again.readStatus().data()).isEqualTo("some/data");
    assertThat(again.readEpochs()).hasSize(3);
  }

  @Test
  void resume_ofARunWithACheckpoint_keepsItsRecords() {
    FakeLauncher.Deed dieWithCheckpoint =
        run -> {
          int code = FakeLauncher.interrupted().run(run);
          run.checkpoints().save(checkpoint(), out -> out.write(1));
          return code;
        };
    sweep(new FakeLauncher(dieWithCheckpoint)).run(plan(SamplerType.GRID, 1));
    List<Integer> rows = new ArrayList<>();
    FakeLauncher.Deed look =
        run -> {
          rows.add(run.readEpochs().size());
          assertThat(run.readStatus().state()).isEqualTo(RunState.WAITING);
          assertThat(run.readStatus().started()).isPresent();
          return FakeLauncher.complete().run(run);
        };
    sweep(new FakeLauncher(look))
        .resume(Optional.of(plan(SamplerType.GRID, 1)), SweepChanges.none());
    assertThat(rows).containsExactly(1);
  }

  private static Checkpoint checkpoint() {
    return new Checkpoint(1, Map.of(), Map.of(), Map.of(), 0, OptionalLong.empty(), List.of());
  }

  @Test
  void resume_orchestratorKilled_runsDeadAndWaitingRunsAgain() {
    sweep(new FakeLauncher(FakeLauncher.interrupted())).run(plan(SamplerType.GRID, 2));
    FakeLauncher.start(store().folders().get(0));
    FakeLauncher runs = new FakeLauncher();
    SweepOutcome outcome =
        sweep(runs).resume(Optional.of(plan(SamplerType.GRID, 2)), SweepChanges.none());
    assertThat(outcome.completed()).containsExactly("001", "002");
    assertThat(runs.launched).hasSize(2);
  }

  @Test
  void resume_runThatNeverStarted_isTriedAgain() {
    assertThat(sweep(new FakeLauncher(unstartable())).run(plan(SamplerType.GRID, 1)).failed())
        .hasSize(1);
    assertThat(
            sweep(new FakeLauncher())
                .resume(Optional.of(plan(SamplerType.GRID, 1)), SweepChanges.none())
                .completed())
        .containsExactly("001");
  }

  @Test
  void resume_allDone_runsNothing() {
    sweep(new FakeLauncher()).run(plan(SamplerType.GRID, 2));
    FakeLauncher runs = new FakeLauncher();
    assertThat(
            sweep(runs)
                .resume(Optional.of(plan(SamplerType.GRID, 2)), SweepChanges.none())
                .completed())
        .containsExactly("001", "002");
    assertThat(runs.launched).isEmpty();
  }

  @Test
  void resume_noSweep_isRefused() {
    assertThatThrownBy(
            () ->
                sweep(new FakeLauncher())
                    .resume(Optional.of(plan(SamplerType.GRID, 1)), SweepChanges.none()))
        .isInstanceOf(SweepException.class)
        .hasMessage(folder + " holds no sweep to resume; remove --resume to start one");
  }

  @Test
  void run_withAMeter_givesEveryRunTheIdlePower() {
    PowerMeter meter = new SteadyMeter(36.5);
    SweepOptionsFixture rules = new SweepOptionsFixture();
    rules.idle =
        new IdlePowerMeasurement(
            variables -> meter, Duration.ofMillis(40), Duration.ofMillis(20), Duration.ofHours(1));
    rules.limits = new RunLimits(OptionalDouble.of(250), OptionalDouble.empty(), false, "");
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    rules
        .sweep(store(), new FakeLauncher(), heard, clock, Duration.ofHours(1))
        .run(plan(SamplerType.GRID, 2));
    assertThat(store().readAll())
        .extracting(run -> run.status().measurements().energy().idlePowerW())
        .containsExactly(36.5, 36.5);
    assertThat(store().readAll())
        .allSatisfy(run -> assertThat(run.status().limits().maxPowerW()).hasValue(250));
  }

  @Test
  void run_withABudget_endsBeforeTheRunThatWouldPassIt() {
    SweepOutcome outcome =
        budgeted(10, FakeLauncher.spend(4), FakeLauncher.spend(3)).run(plan(SamplerType.GRID, 4));
    assertThat(outcome.completed()).containsExactly("001", "002");
    assertThat(outcome.interrupted()).isFalse();
    assertThat(outcome.early())
        .hasValue(
            "energy budget of 10.00 Wh would be exceeded: the runs so far used 7.000 Wh, and the "
                + "next would use about 3.500 Wh");
    assertThat(store().folders()).hasSize(2);
  }

  @Test
  void resume_withALargerBudget_goesOn() {
    budgeted(10, FakeLauncher.spend(4), FakeLauncher.spend(3)).run(plan(SamplerType.GRID, 4));
    SweepOutcome outcome =
        budgeted(20, FakeLauncher.spend(3), FakeLauncher.spend(3))
            .resume(Optional.of(plan(SamplerType.GRID, 4)), SweepChanges.none());
    assertThat(outcome.completed()).containsExactly("001", "002", "003", "004");
    assertThat(outcome.early()).isEmpty();
  }

  private Sweep budgeted(double wattHours, FakeLauncher.Deed... deeds) {
    SweepOptionsFixture rules = new SweepOptionsFixture();
    rules.budgetWh = OptionalDouble.of(wattHours);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return rules.sweep(store(), new FakeLauncher(deeds), heard, clock, Duration.ofHours(1));
  }

  private RunStore store() {
    return new RunStore(folder);
  }

  private void create(SearchSpace space, RunPurpose purpose) {
    RunStatus waiting = RunStatus.waiting(purpose, "", OptionalInt.empty());
    assertThat(store().create(RunPlan.of(space.baseline()), waiting).path()).isDirectory();
  }

  private Sweep sweep(Launcher launcher) {
    return sweep(folder, launcher);
  }

  private Sweep sweep(Path runs, Launcher launcher) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new SweepOptionsFixture()
        .sweep(new RunStore(runs), launcher, heard, clock, Duration.ofHours(1));
  }

  private static SweepPlan plan(SamplerType method, int runs) {
    return new SweepPlan(SPACE, method, runs, 22, "some/data", OptionalInt.of(64));
  }

  private static SweepOutcome outcome(
      int asked, int planned, boolean interrupted, String... completed) {
    return new SweepOutcome(
        asked,
        planned,
        List.of(completed),
        List.of(),
        List.of(),
        interrupted,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static FakeLauncher.Deed unstartable() {
    return run -> {
      throw new SweepException("no java");
    };
  }

  private static int delete(Path run) {
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(run);
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
