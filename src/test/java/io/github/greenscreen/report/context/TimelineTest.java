package io.github.greenscreen.report.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.greenscreen.chart.model.RunInterval;
import io.github.greenscreen.report.ReportFixture;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TimelineTest {
  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  @Test
  void of_runsAtOnceOnTwoDevices_getALaneEach() {
    Timeline timeline =
        Timeline.of(
            List.of(
                run("001", RunState.COMPLETED, "GPU-aaaa", 0, 60),
                run("002", RunState.FAILED, "GPU-bbbb", 5, 10),
                run("003", RunState.COMPLETED, "GPU-bbbb", 10, 70)),
            ReportFixture.CREATED);

    assertThat(timeline.lanes()).containsExactly("node7, A100 (…aaaa)", "node7, A100 (…bbbb)");
    assertThat(timeline.intervals())
        .extracting(RunInterval::run, RunInterval::lane)
        .containsExactly(tuple("001", 0), tuple("002", 1), tuple("003", 1));
  }

  @Test
  void of_runsAtOnceOnOneDevice_getALaneEach() {
    Timeline timeline =
        Timeline.of(
            List.of(
                run("001", RunState.COMPLETED, "GPU-aaaa", 0, 60),
                run("002", RunState.COMPLETED, "GPU-aaaa", 5, 10)),
            ReportFixture.CREATED);

    assertThat(timeline.lanes()).containsExactly("node7, A100 (…aaaa)", "node7, A100 (…aaaa)");
    assertThat(timeline.intervals()).extracting(RunInterval::lane).containsExactly(0, 1);
  }

  @Test
  void of_runningRun_isDrawnUntilNow() {
    Timeline timeline =
        Timeline.of(
            List.of(run("001", RunState.RUNNING, "GPU-aaaa", 0, 60)), ReportFixture.CREATED);

    assertThat(timeline.intervals().get(0).to()).isEqualTo(ReportFixture.CREATED.toInstant());
  }

  @Test
  void of_runsWithoutTimes_readsTheLogOrCountsThem() {
    List<RunRecord> runs = ReportFixture.study(1, true);

    Timeline timeline = Timeline.of(runs, ReportFixture.CREATED);

    assertThat(timeline.intervals()).extracting(RunInterval::run).containsExactly("001");
    assertThat(timeline.intervals().get(0).from()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
    assertThat(timeline.unknown()).isEqualTo(1);
  }

  private static RunRecord run(String name, RunState state, String uuid, int from, int to) {
    RunStatus status =
        new RunStatus(
            state,
            "",
            RunPurpose.SWEEP,
            Optional.of(START.plusSeconds(from)),
            Optional.of(START.plusSeconds(to)),
            "",
            OptionalInt.empty(),
            1,
            false,
            Optional.empty(),
            RunLimits.NONE,
            RunMeasurements.NONE,
            new RunEnvironment(Map.of("host", "node7", "device", "A100", "device_uuid", uuid)),
            Map.of(),
            Map.of());
    return new RunRecord(
        name, ReportFixture.failed(name).plan(), Optional.empty(), List.of(), status);
  }
}
