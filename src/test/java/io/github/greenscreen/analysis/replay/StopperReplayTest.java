package io.github.greenscreen.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.stopper.AshaStopper;
import io.github.greenscreen.search.stopper.HyperbandStopper;
import io.github.greenscreen.search.stopper.MedianStopper;
import io.github.greenscreen.search.stopper.RandomGuessStopper;
import io.github.greenscreen.search.stopper.Stopper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StopperReplayTest {
  private static final Objective ACCURACY = Objective.of("val_accuracy", Direction.MAXIMIZE);

  /** Stops every run below {@code least} and writes down what it was shown. */
  private record Floor(double least, List<String> shown) implements Stopper {
    @Override
    public Optional<String> reason(StudySnapshot study, Trial running) {
      List<String> all = new ArrayList<>();
      study.trials().forEach(trial -> all.add(trial.number() + ":" + trial.curve().size()));
      shown.add(running.number() + " of " + String.join(" ", all));
      double last = running.curve().get(running.curve().size() - 1).get("val_accuracy");
      return last < least ? Optional.of("too low") : Optional.empty();
    }

    @Override
    public String settings() {
      return "";
    }
  }

  @Test
  void of_oneWorker_asksAfterEachEpochButTheLast() {
    List<String> shown = new ArrayList<>();

    replay(new Floor(0.2, shown), 1);

    assertThat(shown)
        .containsExactly(
            "1 of 1:1", "1 of 1:2", "2 of 1:3 2:1", "3 of 1:3 2:1 3:1", "3 of 1:3 2:1 3:2");
  }

  @Test
  void of_twoWorkers_goesByTheVirtualClock() {
    List<String> shown = new ArrayList<>();

    replay(new Floor(0.2, shown), 2);

    assertThat(shown)
        .containsExactly(
            "1 of 1:1", "2 of 1:1 2:1", "1 of 1:2 2:1", "3 of 1:2 2:1 3:1", "3 of 1:3 2:1 3:2");
  }

  @Test
  void of_stops_areSummedUp() {
    ReplayResult result = replay(new Floor(0.2, new ArrayList<>()), 1);

    assertThat(result.runs()).isEqualTo(3);
    assertThat(result.stops()).containsExactly(new ReplayResult.Stop("002", 1, "too low"));
    assertThat(result.cost()).isEqualTo(Cost.ENERGY);
    assertThat(result.saved()).isCloseTo(2 / 9.0, within(1e-12));
    assertThat(result.best()).isEqualTo("002");
    assertThat(result.bestKept()).isFalse();
    assertThat(result.good()).containsExactly("001", "002");
    assertThat(result.lost()).containsExactly("002");
  }

  @Test
  void of_runsThatDidNotComplete_takeNoPart() {
    RunRecord failed =
        SampleRuns.with(run("004", 0.9), SampleRuns.status(RunState.FAILED, "", RunPurpose.SWEEP));

    ReplayResult result =
        StopperReplay.of(List.of(failed), new Floor(0, new ArrayList<>()), ACCURACY, 1, 0.5);

    assertThat(result.runs()).isZero();
    assertThat(result.best()).isEmpty();
  }

  @Test
  void of_study_chanceSavesOverFortyPercentAndKeepsWhatIsGood() {
    ReplayResult result = study(new RandomGuessStopper(4, 100, 0.01));

    assertThat(result.runs()).isEqualTo(70);
    assertThat(result.saved()).isBetween(0.40, 0.60);
    assertThat(result.good()).hasSize(4);
    assertThat(result.lost()).isEmpty();
    assertThat(result.bestKept()).isTrue();
  }

  @Test
  void of_study_ashaSavesOverEightyPercentAndKeepsTheBest() {
    ReplayResult result = study(new AshaStopper(List.of(3, 9, 27), 3));

    assertThat(result.saved()).isBetween(0.80, 0.90);
    assertThat(result.best()).isEqualTo("052");
    assertThat(result.bestKept()).isTrue();
  }

  @Test
  void of_study_medianAndHyperbandKeepTheBest() {
    ReplayResult median = study(new MedianStopper(5, 3));
    ReplayResult hyperband = study(HyperbandStopper.from(3, 3, true));

    assertThat(median.saved()).isBetween(0.5, 0.8);
    assertThat(median.bestKept()).isTrue();
    assertThat(median.lost()).isEmpty();
    assertThat(hyperband.saved()).isBetween(0.6, 0.9);
    assertThat(hyperband.bestKept()).isTrue();
  }

  private static ReplayResult study(Stopper stopper) {
    List<RunRecord> runs = new RunStore(SharedData.folder("data/study")).readAll();
    return StopperReplay.of(runs, stopper, ACCURACY, 1, 0.9);
  }

  /** Three runs of three epochs of 60 s; the second begins badly and ends best. */
  private static ReplayResult replay(Stopper stopper, int workers) {
    List<RunRecord> runs =
        List.of(run("001", 0.3, 0.4, 0.5), run("002", 0.1, 0.2, 0.9), run("003", 0.2, 0.2, 0.2));
    return StopperReplay.of(runs, stopper, ACCURACY, workers, 0.5);
  }

  private static RunRecord run(String name, double... accuracies) {
    RunRecord run = SampleRuns.run(name, SampleRuns.configuration("lr", "0.1"), 0.5, 1, 1);
    return SampleRuns.with(run, OptionalInt.empty(), SampleRuns.oldLog(accuracies));
  }
}
