package io.github.greenscreen.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CheckpointScheduleTest {
  private final SetClock clock = new SetClock();

  @Test
  void isDue_byTimeAndFastEpochs_isTheFirstTheLastAndOnceAMinute() {
    assertThat(due(OptionalInt.empty(), 50, 3)).containsExactly(1, 21, 41, 50);
  }

  @Test
  void isDue_byTimeAndSlowEpochs_isAlways() {
    assertThat(due(OptionalInt.empty(), 4, 60)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void isDue_afterOneThatWasNotWritten_isAtOnce() {
    CheckpointSchedule schedule = new CheckpointSchedule(OptionalInt.empty(), 50, clock);
    assertThat(schedule.isDue(1)).isTrue();
    assertThat(schedule.isDue(2)).isTrue();
    schedule.written();
    assertThat(schedule.isDue(3)).isFalse();
  }

  @Test
  void isDue_byEpochs_doesNotLookAtTheTime() {
    assertThat(due(OptionalInt.of(1), 4, 0)).containsExactly(1, 2, 3, 4);
    assertThat(due(OptionalInt.of(3), 7, 600)).containsExactly(3, 6);
  }

  /** Return after which of {@code total} epochs checkpoints are written. */
  private List<Integer> due(OptionalInt every, int total, int secondsPerEpoch) {
    CheckpointSchedule schedule = new CheckpointSchedule(every, total, clock);
    List<Integer> due = new ArrayList<>();
    for (int epochs = 1; epochs <= total; epochs++) {
      clock.now = clock.now.plus(Duration.ofSeconds(secondsPerEpoch));
      if (schedule.isDue(epochs)) {
        schedule.written();
        due.add(epochs);
      }
    }
    return due;
  }

  /** Tells what it was set to. */
  private static final class SetClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
