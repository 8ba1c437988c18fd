package io.github.greenscreen.report.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.RunPhase;
import io.github.greenscreen.chart.model.RunPhase.Kind;
import io.github.greenscreen.report.ReportFixture;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class RunPhasesTest {
  private static final RunRecord RUN = ReportFixture.study(1, true).get(0);

  @Test
  void of_run_tellsLoadEpochsAndEnd() {
    List<RunPhase> spans = RunPhases.of(timed(RUN, 0, Map.of("train", 90.0, "validate", 10.0)));

    assertThat(spans).hasSize(26);
    assertThat(spans.get(0).kind()).isEqualTo(Kind.LOAD);
    assertThat(spans.subList(1, 25))
        .extracting(RunPhase::kind)
        .startsWith(Kind.TRAIN, Kind.VALIDATE, Kind.TRAIN)
        .endsWith(Kind.VALIDATE);
    RunPhase train = spans.get(3);
    RunPhase validate = spans.get(4);
    assertThat(validate.fromMillis()).isEqualTo(train.toMillis());
    assertThat((double) (validate.toMillis() - validate.fromMillis()))
        .isBetween(0.0999 * (validate.toMillis() - train.fromMillis()), 14_200.0);
    assertThat(spans.get(25).kind()).isEqualTo(Kind.TEST);
    assertThat(spans).extracting(RunPhase::fromMillis).isSorted();
  }

  @Test
  void of_clockOfTheLogInAnotherZone_isTheSame() {
    Map<String, Double> seconds = Map.of("train", 90.0, "validate", 10.0);

    List<RunPhase> there = RunPhases.of(timed(RUN, 5 * 3600 + 1800, seconds));

    assertThat(there.get(4).toMillis() - there.get(0).fromMillis())
        .isEqualTo(
            RunPhases.of(timed(RUN, 0, seconds)).get(4).toMillis()
                - RunPhases.of(timed(RUN, 0, seconds)).get(0).fromMillis());
  }

  @Test
  void of_unknownShare_shadesWholeEpochs() {
    assertThat(RunPhases.of(timed(RUN, 0, Map.of())))
        .extracting(RunPhase::kind)
        .containsOnly(Kind.LOAD, Kind.EPOCHS, Kind.TEST);
  }

  @Test
  void of_runThatDoesNotSayWhenItBegan_hasNone() {
    assertThat(RunPhases.of(RUN)).isEmpty();
  }

  /** Return {@code run} as begun 200 seconds before its first row, whose clock is ahead. */
  private static RunRecord timed(RunRecord run, int ahead, Map<String, Double> seconds) {
    Instant first = run.epochs().get(0).time().toInstant(ZoneOffset.ofTotalSeconds(ahead));
    RunStatus status =
        new RunStatus(
            RunState.COMPLETED,
            "",
            RunPurpose.BASELINE,
            Optional.of(first.minusSeconds(200)),
            Optional.of(first.plus(Duration.ofHours(1))),
            "",
            OptionalInt.empty(),
            1,
            false,
            Optional.empty(),
            RunLimits.NONE,
            RunMeasurements.NONE,
            new RunEnvironment(StatusEntries.of(run.status())),
            seconds,
            Map.of());
    return new RunRecord(run.name(), run.plan(), run.result(), run.epochs(), status);
  }
}
