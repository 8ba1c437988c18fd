package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestModelsTest {
  private static final Objective ACCURACY = Objective.of("val_accuracy", Direction.MAXIMIZE);
  private static final Objective ENERGY = Objective.of("energy_Wh", Direction.MINIMIZE);
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              new CategoricalParameter("lr", List.of("1", "2", "3", "4")),
              new FixedParameter("dataset", "shapes"),
              new FixedParameter("epochs", "2"),
              new FixedParameter("seed", "5")));

  @TempDir Path folder;
  private final List<Trial> trials = new ArrayList<>();
  private final Map<Integer, String> names = new HashMap<>();
  private List<Objective> objectives = List.of(ACCURACY);
  private List<Constraint> limits = List.of();

  @Test
  void keep_aBetterRun_deletesTheNetworksOfTheOthersAndNothingElse() throws IOException {
    RunFolder first = run(Map.of("val_accuracy", 0.5));
    Files.writeString(first.model().path().resolve("resnet20.onnx"), "exported");
    RunFolder second = run(Map.of("val_accuracy", 0.7));
    RunFolder third = run(Map.of("val_accuracy", 0.6));

    keep();

    assertThat(first.model().path()).isDirectoryNotContaining("glob:**{safetensors,int8.pt}");
    assertThat(first.model().path().resolve("resnet20.onnx")).exists();
    assertThat(second.model().network()).exists();
    assertThat(second.model().quantized()).exists();
    assertThat(third.model().path()).doesNotExist();
  }

  @Test
  void keep_severalObjectives_keepsTheWholeFront() {
    objectives = List.of(ACCURACY, ENERGY);
    run(Map.of("val_accuracy", 0.5, "energy_Wh", 1.0));
    run(Map.of("val_accuracy", 0.7, "energy_Wh", 2.0));
    run(Map.of("val_accuracy", 0.6, "energy_Wh", 3.0));

    keep();

    assertThat(kept()).containsExactly("001", "002");
  }

  @Test
  void keep_aRunThatLacksAMetric_isNotJudged() {
    objectives = List.of(ENERGY);
    run(Map.of("energy_Wh", 1.0));
    run(Map.of("val_accuracy", 0.7));
    run(Map.of("energy_Wh", 2.0));

    keep();

    assertThat(kept()).containsExactly("001", "002");
  }

  @Test
  void keep_aRunThatViolatesAConstraint_isWorseThanOneThatDoesNot() {
    limits = List.of(new Constraint("power_W", 100));
    run(Map.of("val_accuracy", 0.9, "power_W", 110.0));
    run(Map.of("val_accuracy", 0.2, "power_W", 90.0));

    keep();

    assertThat(kept()).containsExactly("002");
  }

  @Test
  void keep_runsOfWhichAllWasChosenOrThatAreNoneOfTheSweep_areLeftAlone() {
    run(RunPurpose.SWEEP, ModelSaving.ALL, Map.of("val_accuracy", 0.1));
    run(RunPurpose.FINAL, ModelSaving.BEST, Map.of("val_accuracy", 0.2));
    run(RunPurpose.BASELINE, ModelSaving.BEST, Map.of("val_accuracy", 0.3));
    run(Map.of("val_accuracy", 0.7));

    keep();

    assertThat(kept()).containsExactly("001", "002", "004");
  }

  @Test
  void keep_repeats_areJudgedTogetherOnceAllHaveEnded() {
    run(Map.of("val_accuracy", 0.9));
    run(Map.of("val_accuracy", 0.8));
    trials.clear();
    names.clear();
    trial(Trial.State.PENDING, Map.of(), "001");
    trial(Trial.State.COMPLETED, Map.of("val_accuracy", 0.95), "older/002");
    keep();
    assertThat(kept()).containsExactly("001", "002");

    trials.set(
        0,
        new Trial(
            1, SPACE.baseline(), Trial.State.COMPLETED, Map.of("val_accuracy", 0.85), List.of()));
    names.put(1, "001 002");
    keep();
    assertThat(kept()).isEmpty();
  }

  @Test
  void sweep_best_keepsOneNetworkWhenResumedToo() throws IOException {
    SweepOptionsFixture rules = new SweepOptionsFixture();
    FakeLauncher runs = new FakeLauncher(trained(0.6), trained(0.5), trained(0.8));
    sweep(rules, runs).run(plan(3));
    assertThat(kept()).containsExactly("003");

    sweep(rules, new FakeLauncher(trained(0.7)))
        .resume(Optional.of(plan(4)), new SweepChanges(Map.of(), OptionalInt.of(4), false));
    assertThat(kept()).containsExactly("003");
    assertThat(store().find("003").orElseThrow().readStatus().saving()).contains(ModelSaving.BEST);
  }

  @Test
  void sweep_killedBeforeItDeleted_deletesWhenResumed() throws IOException {
    SweepOptionsFixture rules = new SweepOptionsFixture();
    sweep(rules, new FakeLauncher(trained(0.6), trained(0.5))).run(plan(2));
    write(store().find("002").orElseThrow());

    sweep(rules, new FakeLauncher()).resume(Optional.of(plan(2)), SweepChanges.none());

    assertThat(kept()).containsExactly("001");
  }

  @Test
  void sweep_all_keepsEveryNetworkEvenIfResumedWithBest() {
    SweepOptionsFixture rules = new SweepOptionsFixture();
    rules.saving = ModelSaving.ALL;
    sweep(rules, new FakeLauncher(trained(0.6), trained(0.5))).run(plan(2));

    rules.saving = ModelSaving.BEST;
    sweep(rules, new FakeLauncher(trained(0.4)))
        .resume(Optional.of(plan(2)), new SweepChanges(Map.of(), OptionalInt.of(3), false));

    assertThat(kept()).containsExactly("001", "002");
  }

  private RunFolder run(Map<String, Double> metrics) {
    return run(RunPurpose.SWEEP, ModelSaving.BEST, metrics);
  }

  private RunFolder run(RunPurpose purpose, ModelSaving saving, Map<String, Double> metrics) {
    Configuration configuration = SPACE.baseline().with("lr", Integer.toString(trials.size() + 1));
    RunFolder run =
        store()
            .create(
                RunPlan.of(configuration),
                RunStatus.waiting(purpose, "", OptionalInt.empty()).withSaving(saving));
    write(run);
    trial(Trial.State.COMPLETED, metrics, run.name());
    return run;
  }

  private void trial(Trial.State state, Map<String, Double> metrics, String name) {
    int number = trials.size() + 1;
    trials.add(new Trial(number, SPACE.baseline(), state, metrics, List.of()));
    names.put(number, name);
  }

  private static void write(RunFolder run) {
    try {
      Files.createDirectories(run.model().path());
      Files.writeString(run.model().network(), "network");
      Files.writeString(run.model().quantized(), "int8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Complete with {@code accuracy} and leave a network behind. */
  private static FakeLauncher.Deed trained(double accuracy) {
    return run -> {
      FakeLauncher.start(run);
      run.appendEpoch(FakeLauncher.epoch(0, accuracy));
      run.appendEpoch(FakeLauncher.epoch(1, accuracy));
      run.writeResult(run.readPlan(), new RunResult(NetworkSize.ofParameters(10), 0.5, 0.5));
      write(run);
      FakeLauncher.end(run);
      return 0;
    };
  }

  private void keep() {
    new BestModels(store()).keep(new StudySnapshot(SPACE, objectives, limits, trials, 1), names);
  }

  private List<String> kept() {
    return store().folders().stream()
        .filter(run -> run.model().exists())
        .map(RunFolder::name)
        .toList();
  }

  private RunStore store() {
    return new RunStore(folder);
  }

  private Sweep sweep(SweepOptionsFixture rules, FakeLauncher runs) {
    Clock clock = Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC);
    return rules.sweep(store(), runs, new RecordingListener(), clock, Duration.ofHours(1));
  }

  private static SweepPlan plan(int runs) {
    return new SweepPlan(SPACE, SamplerType.GRID, runs, 22, "", OptionalInt.empty());
  }
}
