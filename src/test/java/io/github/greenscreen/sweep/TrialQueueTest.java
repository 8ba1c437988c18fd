package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.ProfileResult;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import io.github.greenscreen.sweep.launch.Launcher;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sweep asks for the next configuration when a slot is free. */
class TrialQueueTest {
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              new CategoricalParameter("lr", List.of("1", "2", "3", "4")),
              new CategoricalParameter("optimizer_momentum", List.of("0.0", "0.5")),
              new FixedParameter("dataset", "shapes"),
              new FixedParameter("epochs", "1"),
              new FixedParameter("seed", "5")));

  @TempDir Path folder;
  private final RecordingListener heard = new RecordingListener();
  private List<Objective> objectives = List.of(Objective.of("val_accuracy", Direction.MAXIMIZE));
  private final SweepOptionsFixture rules = new SweepOptionsFixture();
  private int repeats = 1;
  private List<Configuration> first = List.of();
  private List<String> known = List.of();

  @ParameterizedTest
  @EnumSource(
      value = SamplerType.class,
      names = {"RANDOM", "GRID"})
  void run_methodThatDoesNotLearn_keepsItsSequenceWhateverHappens(SamplerType method) {
    List<Configuration> calm = sequence("calm", method, 7, 1);

    assertThat(calm).hasSize(7).doesNotHaveDuplicates();
    assertThat(sequence("two", method, 7, 2)).isEqualTo(calm);
    assertThat(sequence("eight", method, 7, 8)).isEqualTo(calm);
    assertThat(interrupted("cut", method, 7)).isEqualTo(calm);
  }

  @Test
  void resume_baselineMadeMeanwhile_changesNothingOfTheSequence() {
    List<Configuration> calm = sequence("calm", SamplerType.GRID, 5, 1);
    RunStore store = store("late");
    sweep("late", new FakeLauncher(FakeLauncher.complete(), FakeLauncher.interrupted()))
        .run(plan(SamplerType.GRID, 5));
    create(store, SPACE.at(BigInteger.valueOf(4)), RunPurpose.BASELINE);

    sweep("late", new FakeLauncher())
        .resume(Optional.of(plan(SamplerType.GRID, 5)), SweepChanges.none());

    assertThat(store.study().readSweep().orElseThrow().configurations()).isEqualTo(calm);
  }

  @Test
  void run_target_endsTheSweepInOrderOnceItIsReached() {
    objectives = List.of(new Objective("val_accuracy", Direction.MAXIMIZE, OptionalDouble.of(0.5)));
    FakeLauncher runs = new FakeLauncher(FakeLauncher.fail("refused"));

    SweepOutcome outcome = sweep("aim", runs).run(plan(SamplerType.GRID, 6));

    assertThat(runs.launched).hasSize(2);
    assertThat(outcome.reached()).contains("run 002: val_accuracy 0.5 reaches the target 0.5");
    assertThat(outcome.interrupted()).isFalse();
    assertThat(outcome.exhausted()).isFalse();
    FakeLauncher more = new FakeLauncher();
    assertThat(
            sweep("aim", more)
                .resume(Optional.of(plan(SamplerType.GRID, 6)), SweepChanges.none())
                .reached())
        .isPresent();
    assertThat(more.launched).isEmpty();
  }

  @Test
  void run_repeats_trainEveryConfigurationWithSeveralSeeds() {
    repeats = 3;
    rules.parallel = OptionalInt.of(2);
    FakeLauncher runs = new FakeLauncher();

    SweepOutcome outcome = sweep("thrice", runs).run(plan(SamplerType.GRID, 2));

    assertThat(outcome.completed()).hasSize(6);
    assertThat(outcome.planned()).isEqualTo(6);
    List<Configuration> given = store("thrice").study().readSweep().orElseThrow().configurations();
    assertThat(given)
        .extracting(one -> one.get("seed"))
        .containsExactly("5", "6", "7", "5", "6", "7");
    assertThat(given.subList(0, 3))
        .extracting(one -> one.with("seed", "5"))
        .containsOnly(given.get(0));
    assertThat(given.get(3)).isNotEqualTo(given.get(0));
  }

  @Test
  void resume_repeatsInterrupted_finishesThem() {
    repeats = 2;
    sweep("r", new FakeLauncher(FakeLauncher.complete(), FakeLauncher.interrupted()))
        .run(plan(SamplerType.GRID, 2));

    SweepOutcome outcome =
        sweep("r", new FakeLauncher())
            .resume(Optional.of(plan(SamplerType.GRID, 2)), SweepChanges.none());

    assertThat(outcome.completed()).containsExactly("001", "002", "003", "004");
    assertThat(store("r").study().readSweep().orElseThrow().configurations())
        .extracting(one -> one.get("seed"))
        .containsExactly("5", "6", "5", "6");
  }

  @Test
  void run_firstOnesGiven_areTriedFirstAlsoAfterAnInterruption() {
    Configuration a = SPACE.at(BigInteger.valueOf(6));
    Configuration b = SPACE.at(BigInteger.valueOf(3));
    first = List.of(a, b);
    sweep("first", new FakeLauncher(FakeLauncher.interrupted())).run(plan(SamplerType.GRID, 3));
    first = List.of();

    sweep("first", new FakeLauncher())
        .resume(Optional.of(plan(SamplerType.GRID, 3)), SweepChanges.none());

    assertThat(store("first").study().readSweep().orElseThrow().configurations())
        .containsExactly(a, b, SPACE.baseline());
  }

  @Test
  void run_knownRunsOfAnotherFolder_areNotTriedAgainAndNotCounted() throws InterruptedException {
    RunStore old = store("old");
    create(old, SPACE.baseline(), RunPurpose.SWEEP);
    FakeLauncher.complete().run(old.find("001").orElseThrow());
    known = List.of(old.path().resolve("001").toAbsolutePath().toString());

    SweepOutcome outcome = sweep("warm", new FakeLauncher()).run(plan(SamplerType.GRID, 2));

    assertThat(outcome.completed()).hasSize(2);
    assertThat(store("warm").study().readSweep().orElseThrow().configurations())
        .doesNotContain(SPACE.baseline());
    assertThat(store("warm").study().readSweep().orElseThrow().known()).isEqualTo(known);
  }

  @Test
  void run_originOfThePlan_isKept() {
    SweepPlan plan =
        new SweepPlan(
            StudySnapshot.ahead(SPACE, List.of(), 22),
            SamplerType.GRID,
            1,
            1,
            "",
            OptionalInt.empty(),
            Map.of(),
            "method: grid\n",
            Map.of("lr", "1"),
            List.of(),
            List.of());

    sweep("kept", new FakeLauncher()).run(plan);

    assertThat(store("kept").study().sweepConfig().orElseThrow()).hasContent("method: grid\n");
    assertThat(store("kept").study().readSweep().orElseThrow().pinned()).containsEntry("lr", "1");
  }

  @Test
  void run_endlessSpace_drawsTheSameAcrossAnInterruption() {
    SearchSpace endless = endless();
    List<Configuration> calm = endless("calm", endless, 1);

    assertThat(endless("eight", endless, 8)).isEqualTo(calm);
    sweep("cut", new FakeLauncher(FakeLauncher.complete(), FakeLauncher.interrupted()))
        .run(plan(endless));
    sweep("cut", new FakeLauncher()).resume(Optional.of(plan(endless)), SweepChanges.none());
    assertThat(store("cut").study().readSweep().orElseThrow().configurations()).isEqualTo(calm);
  }

  @Test
  void run_profileRuns_goFirstAndMayBeTriedAgain() {
    rules.profileRuns = 2;
    SweepOutcome outcome =
        sweep("p", new FakeLauncher(profiled(), profiled())).run(plan(SamplerType.GRID, 8));

    assertThat(outcome.completed()).hasSize(8).doesNotContain("001", "002");
    assertThat(outcome.stopped()).isEmpty();
    assertThat(store("p").study().readSweep().orElseThrow().known()).containsExactly("001", "002");
    Trial known = new WarmStartTrials(folder.resolve("p"), SPACE).trials(List.of("001")).get(0);
    assertThat(known.state()).isEqualTo(Trial.State.PROFILED);
    assertThat(known.metrics()).isEqualTo(Map.of("power_W", 101.5, "gpu_memory_MiB", 900.0));
  }

  @Test
  void resume_interruptedWhileProfiling_profilesTheRestFirst() {
    rules.profileRuns = 2;
    FakeLauncher cut = new FakeLauncher(profiled(), FakeLauncher.interrupted());
    SweepOutcome outcome = sweep("p", cut).run(plan(SamplerType.GRID, 3));
    assertThat(outcome.interrupted()).isTrue();
    assertThat(store("p").study().readSweep().orElseThrow().configurations()).isEmpty();

    SweepOutcome rest =
        sweep("p", new FakeLauncher(profiled()))
            .resume(Optional.of(plan(SamplerType.GRID, 3)), SweepChanges.none());

    assertThat(rest.completed()).containsExactly("003", "004", "005");
    assertThat(store("p").study().readSweep().orElseThrow().known()).containsExactly("001", "002");
    assertThat(store("p").readAll().subList(0, 2))
        .allMatch(run -> run.status().reason().equals("profiled for 10 s"));
    FakeLauncher none = new FakeLauncher();
    sweep("p", none).resume(Optional.of(plan(SamplerType.GRID, 3)), SweepChanges.none());
    assertThat(none.launched).isEmpty();
  }

  private static FakeLauncher.Deed profiled() {
    return run -> {
      assertThat(run.readStatus().purpose()).isEqualTo(RunPurpose.PROFILE);
      assertThat(run.readStatus().limits().profileSeconds()).hasValue(10);
      FakeLauncher.start(run);
      RunStatus status = run.readStatus().with(RunState.STOPPED, "profiled for 10 s");
      ProfileResult profile = new ProfileResult(101.5, 900);
      run.writeStatus(status.withMeasurements(status.measurements().withProfile(profile)));
      return 1;
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = SamplerType.class,
      names = {"TPE", "BAYES"})
  void resume_methodThatLearns_goesOnAsIfUndisturbed(SamplerType method) {
    SearchSpace space = endless();
    SweepPlan plan = new SweepPlan(space, method, 14, 22, "", OptionalInt.empty());
    assertThat(sweep("calm", learning(14)).run(plan).completed()).hasSize(14);
    List<Configuration> calm = store("calm").study().readSweep().orElseThrow().configurations();

    sweep("cut", learning(11, FakeLauncher.interrupted())).run(plan);
    sweep("cut", learning(1, FakeLauncher.interrupted()))
        .resume(Optional.of(plan), SweepChanges.none());
    sweep("cut", learning(2)).resume(Optional.of(plan), SweepChanges.none());

    assertThat(store("cut").study().readSweep().orElseThrow().configurations()).isEqualTo(calm);
    List<Configuration> blind = SamplerType.RANDOM.sampler().sequence(plan.study(), 14);
    assertThat(calm).isNotEqualTo(blind);
    assertThat(calm.subList(0, 4)).isEqualTo(blind.subList(0, 4));
  }

  /** Complete {@code count} runs, which are the better the smaller their dropout is. */
  private static FakeLauncher learning(int count, FakeLauncher.Deed... more) {
    FakeLauncher.Deed learn =
        run -> {
          FakeLauncher.start(run);
          double dropout = Double.parseDouble(run.readPlan().whole().get("dropout"));
          run.appendEpoch(FakeLauncher.epoch(0, 1 - dropout));
          run.writeResult(run.readPlan(), new RunResult(NetworkSize.ofParameters(10), 0.5, 0.5));
          FakeLauncher.end(run);
          return 0;
        };
    return new FakeLauncher(
        Stream.concat(Collections.nCopies(count, learn).stream(), Stream.of(more))
            .toArray(FakeLauncher.Deed[]::new));
  }

  private static SearchSpace endless() {
    return SPACE.and(
        new NumericParameter(
            "dropout",
            DistributionType.UNIFORM,
            Map.of(Setting.MIN, BigDecimal.ZERO, Setting.MAX, BigDecimal.ONE)));
  }

  private List<Configuration> endless(String name, SearchSpace space, int workers) {
    rules.parallel = OptionalInt.of(workers);
    assertThat(sweep(name, new FakeLauncher()).run(plan(space)).completed()).hasSize(6);
    rules.parallel = OptionalInt.empty();
    return store(name).study().readSweep().orElseThrow().configurations();
  }

  private List<Configuration> sequence(String name, SamplerType method, int runs, int workers) {
    rules.parallel = OptionalInt.of(workers);
    assertThat(sweep(name, new FakeLauncher()).run(plan(method, runs)).completed()).hasSize(runs);
    rules.parallel = OptionalInt.empty();
    return store(name).study().readSweep().orElseThrow().configurations();
  }

  /** Return what is given out where runs fail and every sitting ends after two of them. */
  private List<Configuration> interrupted(String name, SamplerType method, int runs) {
    sweep(name, new FakeLauncher(FakeLauncher.complete(), FakeLauncher.interrupted()))
        .run(plan(method, runs));
    for (int sitting = 0; sitting < runs; sitting++) {
      FakeLauncher next =
          new FakeLauncher(FakeLauncher.fail("refused"), FakeLauncher.interrupted());
      sweep(name, next).resume(Optional.of(plan(method, runs)), SweepChanges.none());
    }
    return store(name).study().readSweep().orElseThrow().configurations();
  }

  private RunStore store(String name) {
    return new RunStore(folder.resolve(name));
  }

  private static void create(RunStore store, Configuration what, RunPurpose purpose) {
    RunStatus waiting = RunStatus.waiting(purpose, "", OptionalInt.empty());
    RunFolder run = store.create(RunPlan.of(what), waiting);
    assertThat(run.path()).isDirectory();
  }

  private Sweep sweep(String name, Launcher launcher) {
    return rules.sweep(store(name), launcher, heard, Clock.systemUTC(), Duration.ofMillis(10));
  }

  private SweepPlan plan(SearchSpace space) {
    return new SweepPlan(space, SamplerType.RANDOM, 6, 22, "", OptionalInt.empty());
  }

  private SweepPlan plan(SamplerType method, int runs) {
    return new SweepPlan(
        new StudySnapshot(SPACE, objectives, List.of(), List.of(), 22),
        method,
        runs,
        repeats,
        "",
        OptionalInt.empty(),
        Map.of(),
        "",
        Map.of(),
        first,
        known);
  }
}
