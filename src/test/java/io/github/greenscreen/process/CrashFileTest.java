package io.github.greenscreen.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads heads of files that OpenJDK 17.0.15 left where it crashed. */
class CrashFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "engine|libtorch_cpu.so,"
            + " dnnl::impl::cpu::x64::brgemm_convolution_utils::brg_blocking_t::est_eff_1x1"
            + " (SIGFPE)",
        "sent|libc.so.6 (SIGILL, sent by another process)",
        "hotspot|libjvm.so, Unsafe_PutLong (SIGSEGV)",
        "compiled|Java, J.bad (SIGSEGV)",
      })
  void read_realFile_namesSignalLibraryAndFunction(String name, String place) {
    Path file = Path.of("src/test/resources/crashes/" + name + ".log");
    Crash crash = CrashFile.read(file).orElseThrow();
    assertThat(crash.place()).isEqualTo(place);
    assertThat(crash.file()).isEqualTo(name + ".log");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C  0x0000000000000000|unknown code (SIGSEGV)",
        "C  [libtorch_cpu.so+0x1166937c]|libtorch_cpu.so (SIGSEGV)",
        "C  [lib with blank+1.so+0x12]  at::foo(int)+0x2|lib with blank+1.so, at::foo (SIGSEGV)",
        "j  sun.misc.Unsafe.putAddress(JJ)V+5 jdk.unsupported@17.0.15|Java, Unsafe.putAddress"
            + " (SIGSEGV)",
        "J 7 c2 java.lang.String.<init>([B)V java.base@17.0.15 (9 bytes) @ 0x00007fd5|Java,"
            + " String.<init> (SIGSEGV)",
        "J 51  java.lang.Object.hashCode()I (0 bytes) @ 0x00007fd5|Java, Object.hashCode (SIGSEGV)",
        "v  ~StubRoutines::jbyte_disjoint_arraycopy|Java (SIGSEGV)",
        "V  [libjvm.so+0xed2f94]|libjvm.so (SIGSEGV)",
      })
  void parse_frame_isUnderstood(String frame, String place) {
    String text =
        "#\n#  SIGSEGV (0xb) at pc=0x0000000000000000, pid=1, tid=2\n#\n# Problematic frame:\n# %s\n#\n"
            .formatted(frame);
    assertThat(CrashFile.parse("x", text).orElseThrow().place()).isEqualTo(place);
  }

  @Test
  void parse_fileIsCutOff_namesTheSignal() {
    String text = "#\n#  SIGBUS (0x7) at pc=0x00007f9af86d2f94, pid=4701, tid=4709\n";
    assertThat(CrashFile.parse("x", text).orElseThrow().place()).isEqualTo("unknown code (SIGBUS)");
  }

  @Test
  void parse_noSignal_tellsOfNoCrash() {
    assertThat(CrashFile.parse("x", "")).isEmpty();
    assertThat(
            CrashFile.parse(
                "x",
                "#\n"
                    + "# There is insufficient memory for the Java Runtime Environment to"
                    + " continue.\n"))
        .isEmpty();
  }

  @Test
  void read_noFile_isEmpty() {
    assertThat(CrashFile.read(folder.resolve("gone.log"))).isEmpty();
    assertThat(CrashFile.read(folder)).isEmpty();
  }
}
