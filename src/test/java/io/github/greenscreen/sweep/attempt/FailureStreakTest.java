package io.github.greenscreen.sweep.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.process.Crash;
import io.github.greenscreen.run.model.RunState;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FailureStreakTest {
  private final FailureStreak streak = new FailureStreak(OptionalInt.of(2));

  @Test
  void add_sameCrashTwice_completesIt() {
    streak.add(crash("001", "SIGFPE"));
    assertThat(streak.isComplete()).isFalse();
    streak.add(crash("002", "SIGFPE"));
    assertThat(streak.isComplete()).isTrue();
    assertThat(streak.runs()).extracting(RunOutcome::name).containsExactly("001", "002");
  }

  @Test
  void add_anythingElseBetween_beginsAnew() {
    streak.add(crash("001", "SIGFPE"));
    streak.add(ending("002", RunState.COMPLETED));
    streak.add(crash("003", "SIGFPE"));
    assertThat(streak.isComplete()).isFalse();
    streak.add(crash("004", "SIGILL"));
    assertThat(streak.isComplete()).isFalse();
    streak.add(ending("005", RunState.FAILED));
    streak.add(crash("006", "SIGILL"));
    assertThat(streak.isComplete()).isFalse();
    assertThat(streak.runs()).extracting(RunOutcome::name).containsExactly("006");
  }

  @Test
  void add_runsInProgressAfterwards_changeNothingUnlessTheyCrashToo() {
    streak.add(crash("001", "SIGFPE"));
    streak.add(crash("002", "SIGFPE"));
    streak.add(ending("003", RunState.COMPLETED));
    streak.add(crash("004", "SIGFPE"));
    streak.add(crash("005", "SIGILL"));
    assertThat(streak.isComplete()).isTrue();
    assertThat(streak.runs()).extracting(RunOutcome::name).containsExactly("001", "002", "004");
  }

  @Test
  void isComplete_noLimit_neverIs() {
    FailureStreak endless = new FailureStreak(OptionalInt.empty());
    for (int i = 0; i < 100; i++) {
      endless.add(crash("x", "SIGFPE"));
    }
    assertThat(endless.isComplete()).isFalse();
  }

  private static RunOutcome crash(String name, String signal) {
    return ending(name, RunState.FAILED).crashed(Optional.of(Crash.by(signal)));
  }

  private static RunOutcome ending(String name, RunState state) {
    return new RunOutcome(name, state, "why", true, false, Optional.empty());
  }
}
