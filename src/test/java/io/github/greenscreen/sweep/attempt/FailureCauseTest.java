package io.github.greenscreen.sweep.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.process.Crash;
import io.github.greenscreen.run.RunFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureCauseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cannot load libtorch.so                  | cannot load libtorch.so
          runs/001/output.log: permission denied   | runs/002/output.log: permission denied
          restart it with: train --resume 001      | restart it with: train --resume 002
          cannot unpack /tmp/djl8340923/libc10.so  | cannot unpack /tmp/djl77101/libc10.so
          CUDA error at 0x7f00aa                   | CUDA error at 0x7ffe12
          """)
  void of_sameFaultOfTheMachine_isEqual(String first, String second) {
    assertThat(cause("001", first)).isPresent().isEqualTo(cause("002", second));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cannot load libtorch.so          | cannot load libc10.so
          the process exited with code 1   | the process exited with code 127
          """)
  void of_differentFaults_differs(String first, String second) {
    assertThat(cause("001", first)).isNotEqualTo(cause("002", second));
  }

  @ParameterizedTest
  @CsvSource({
    "out of memory with batch_size 64 (CUDA out of memory); try a smaller batch_size",
    "'the process was killed by signal 9 (SIGKILL), possibly out of memory; see output.log'"
  })
  void of_memory_isNoCauseOfTheMachine(String reason) {
    assertThat(cause("001", reason)).isEmpty();
  }

  @Test
  void names_valueOfAParameter_isRecognised() {
    FailureCause cause = cause("001", "precision float16 comes later; take float32").orElseThrow();
    assertThat(cause.names("precision", "float16")).isTrue();
    assertThat(cause.names("precision", "float1")).isFalse();
    assertThat(cause.names("precision", "float32")).isFalse();
    assertThat(cause.names("internal", "none")).isFalse();
  }

  @Test
  void of_crash_isEqualForTheSamePlace() {
    FailureCause cause = FailureCause.of(new Crash("SIGFPE", "libtorch.so", "foo", false, "a.log"));
    assertThat(cause)
        .isEqualTo(FailureCause.of(new Crash("SIGFPE", "libtorch.so", "foo", true, "b.log")))
        .isNotEqualTo(FailureCause.of(new Crash("SIGFPE", "libtorch.so", "bar", false, "a.log")));
    assertThat(cause.isCrash()).isTrue();
  }

  private static Optional<FailureCause> cause(String run, String reason) {
    return FailureCause.of(new RunFolder(Path.of("runs", run)), reason);
  }
}
