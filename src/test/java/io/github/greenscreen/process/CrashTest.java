package io.github.greenscreen.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashTest {
  private static final Crash CRASH =
      new Crash("SIGFPE", "libtorch_cpu.so", "at::foo", false, "hs_err_pid7.log");

  @Test
  void sentence_crash_saysWhereAndWhatToDo() {
    assertThat(CRASH.sentence())
        .isEqualTo(
            "crashed in libtorch_cpu.so, at::foo (SIGFPE); see hs_err_pid7.log, and run "
                + "'greenscreen doctor', which tests the training and finds safer settings");
  }

  @Test
  void isLike_sameSignalLibraryAndFunction_whateverTheFile() {
    assertThat(CRASH.isLike(new Crash("SIGFPE", "libtorch_cpu.so", "at::foo", true, "x"))).isTrue();
    assertThat(CRASH.isLike(new Crash("SIGILL", "libtorch_cpu.so", "at::foo", false, "x")))
        .isFalse();
    assertThat(CRASH.isLike(new Crash("SIGFPE", "libgomp.so", "at::foo", false, "x"))).isFalse();
    assertThat(CRASH.isLike(new Crash("SIGFPE", "libtorch_cpu.so", "at::bar", false, "x")))
        .isFalse();
    assertThat(CRASH.isLike(Crash.by("SIGFPE"))).isFalse();
    assertThat(Crash.by("SIGABRT").isLike(Crash.by("SIGABRT"))).isTrue();
  }

  @Test
  void isExplained_noFile_isNot() {
    assertThat(CRASH.isExplained()).isTrue();
    assertThat(Crash.by("SIGABRT").isExplained()).isFalse();
  }
}
