package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a java and an nvidia-smi that only write down how they were called. */
final class LauncherScriptTest {
  private static final Path SCRIPT = Path.of("src/main/dist/bin/greenscreen");

  @TempDir private Path temporary;
  private Path home;
  private Path tools;
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    home = temporary.toRealPath().resolve("green screen");
    tools = temporary.resolve("tools");
    launcher = home.resolve("bin/greenscreen");
    Files.createDirectories(launcher.getParent());
    Files.copy(SCRIPT, launcher, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    fakeJava("17.0.15");
  }

  @Test
  void start_always_putsTheCpuLibraryOnTheClassPath() throws Exception {
    Outcome outcome = start(Map.of(), "doctor");

    assertThat(outcome.out())
        .contains(
            "\n-cp\n"
                + home
                + "/lib/*:"
                + home
                + "/lib/cpu/*\nio.github.greenscreen.Greenscreen\ndoctor\n");
  }

  @Test
  void start_training_givesJavaLittleRoomUnlessToldOtherwise() throws Exception {
    assertThat(start(Map.of(), "train").out()).contains("\n-Xmn16m\n");
    assertThat(start(Map.of("GREENSCREEN_OPTS", "-Xmn1g"), "final").out())
        .containsSubsequence("\n-Xmn16m\n", "\n-Xmn1g\n");
    assertThat(start(Map.of(), "analyze").out()).doesNotContain("-Xmn");
    assertThat(start(Map.of()).out()).doesNotContain("-Xmn");
  }

  @Test
  void start_gpuAnswers_leavesTheChoiceToJavaWithoutAsking() throws Exception {
    fakeSmi("echo asked > '" + temporary.resolve("asked") + "'");

    assertThat(start(Map.of(), "doctor").out())
        .contains("/lib/cpu/*\nio.github.greenscreen.Greenscreen\n");
    assertThat(temporary.resolve("asked")).doesNotExist();
  }

  @Test
  void start_variablesOfDjl_becomePropertiesWhichJavaCanOverride() throws Exception {
    Map<String, String> variables =
        Map.of(
            "PYTORCH_LIBRARY_PATH", "/my torch/lib",
            "PYTORCH_VERSION", "2.7.1",
            "PYTORCH_FLAVOR", "cpu",
            "PYTORCH_LIBRARY_EXCLUSION", "a.so,b.so");

    Outcome outcome = start(variables, "doctor");

    assertThat(outcome.out())
        .contains(
            """

            -DPYTORCH_LIBRARY_PATH=/my torch/lib
            -DPYTORCH_VERSION=2.7.1
            -DPYTORCH_FLAVOR=cpu
            -DPYTORCH_LIBRARY_EXCLUSION=a.so,b.so
            -cp
            """);
    assertThat(outcome.out().lines()).noneMatch(line -> line.startsWith("PYTORCH_"));
    assertThat(start(Map.of(), "doctor").out()).doesNotContain("PYTORCH_");
  }

  @Test
  void start_plainEnvironment_setsThatOfTheEngine() throws Exception {
    Outcome outcome = start(Map.of(), "doctor");

    assertThat(outcome.out())
        .contains("MALLOC_MMAP_THRESHOLD_=1073741824\n")
        .contains("MALLOC_TRIM_THRESHOLD_=1073741824\n")
        .contains("THP_MEM_ALLOC_ENABLE=1\n")
        .contains("OPT_OUT_TRACKING=true\n")
        .containsPattern("OMP_NUM_THREADS=[1-9]")
        .contains("-Dgreenscreen.home=" + home + "\n")
        .contains("-Dgreenscreen.columns=0\n")
        .contains("-Dgreenscreen.output=pipe\n")
        .contains("-Djava.awt.headless=true\n");
  }

  @Test
  void start_userSetTheEnvironment_leavesItAlone() throws Exception {
    Outcome outcome = start(Map.of("OMP_NUM_THREADS", "7", "OPT_OUT_TRACKING", "false"), "doctor");

    assertThat(outcome.out()).contains("OMP_NUM_THREADS=7\n").contains("OPT_OUT_TRACKING=false\n");
  }

  @Test
  void start_optionsForJava_arePassedWordByWord() throws Exception {
    Outcome outcome = start(Map.of("GREENSCREEN_OPTS", "-Xmx3g -Dx=y"), "doctor");

    assertThat(outcome.out()).contains("\n-Xmx3g\n-Dx=y\n-cp\n");
  }

  @Test
  void start_anyCommand_keepsCrashFilesOutOfTheWorkingDirectory() throws Exception {
    assertThat(start(Map.of(), "sweep").out())
        .contains("\n-XX:ErrorFile=/tmp/greenscreen-crash-%p.log\n")
        .contains("\n-XX:ReplayDataFile=/tmp/greenscreen-replay-%p.log\n");
    assertThat(start(Map.of("TMPDIR", "/a 100%"), "sweep").out())
        .contains("\n-XX:ErrorFile=/a 100%%/greenscreen-crash-%p.log\n");
    assertThat(start(Map.of("GREENSCREEN_OPTS", "-XX:ErrorFile=mine"), "sweep").out())
        .containsSubsequence("\n-XX:ErrorFile=/tmp/", "\n-XX:ErrorFile=mine\n");
  }

  @Test
  void start_javaThatWarnsOfNativeCode_isToldToAllowIt() throws Exception {
    assertThat(start(Map.of(), "train").out()).doesNotContain("--enable-native-access");
    fakeJava("21.0.7");
    assertThat(start(Map.of(), "train").out()).doesNotContain("--enable-native-access");
    fakeJava("25.0.1");
    assertThat(start(Map.of(), "train").out())
        .contains("\n--enable-native-access=ALL-UNNAMED\n--sun-misc-unsafe-memory-access=allow\n");
  }

  @Test
  void start_cacheOfDjlIsElsewhere_unpacksOtherLibrariesThereToo() throws Exception {
    assertThat(start(Map.of("DJL_CACHE_DIR", "/my cache"), "train").out())
        .contains("\n-Djna.tmpdir=/my cache\n");
    assertThat(start(Map.of(), "train").out()).doesNotContain("-Djna");
  }

  @Test
  void start_closedStreams_areNotTakenByTheFirstFileOfJava() throws Exception {
    Path seen = temporary.resolve("seen");
    Shell.script(
        tools.resolve("java"),
        versionLine("17.0.15"),
        "streams=$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2)",
        "printf '%s\\n' \"$streams\" > '" + seen + "'",
        "echo result || exit 3");

    List<String> command = List.of("sh", "-c", "exec '" + launcher + "' space <&- >&- 2>&-");
    Outcome outcome =
        Shell.run(temporary, Map.of("PATH", tools + ":/usr/bin:/bin", "JAVA_HOME", ""), command);

    assertThat(seen).hasContent("/dev/null\n/dev/null\n/dev/null");
    assertThat(outcome.code()).as("writing fails").isEqualTo(3);
  }

  @Test
  void start_argumentsWithBlanksAndStars_arriveUnchanged() throws Exception {
    Outcome outcome = start(Map.of(), "train", "--data", "my data/*", "");

    assertThat(outcome.out()).endsWith("\ntrain\n--data\nmy data/*\n\n");
  }

  @Test
  void start_javaEndsWithACode_returnsIt() throws Exception {
    assertThat(start(Map.of("FAKE_EXIT", "130"), "sweep").code()).isEqualTo(130);
  }

  @Test
  void start_throughChainOfLinksFromElsewhere_findsItsHome() throws Exception {
    Path absolute = Files.createSymbolicLink(temporary.resolve("absolute"), launcher);
    Path folder = Files.createDirectories(temporary.resolve("links"));
    Path relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("../absolute"));
    assertThat(absolute).exists();

    Outcome outcome = start(folder, Map.of(), relative, "runs");

    assertThat(outcome.out()).contains("-Dgreenscreen.home=" + home + "\n");
  }

  @Test
  void start_javaIsTooOld_saysWhichAndWhatToDo() throws Exception {
    fakeJava("11.0.2");

    Outcome outcome = start(Map.of(), "runs");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: "
                + tools.resolve("java")
                + " is Java 11; install Java 17 or newer, or set JAVA_HOME to it.\n");
  }

  @Test
  void start_javaHomeIsNoJava_saysSo() throws Exception {
    Outcome outcome = start(Map.of("JAVA_HOME", "/nowhere"), "runs");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: JAVA_HOME is /nowhere, which has no bin/java; set it to a Java 17 or"
                + " newer.\n");
  }

  @Test
  void start_javaHomeIsSet_takesItBeforeThePath() throws Exception {
    Path java = Shell.script(temporary.resolve("jdk/bin/java"), versionLine("21"), "echo mine");

    Outcome outcome = start(Map.of("JAVA_HOME", java.getParent().getParent().toString()), "runs");

    assertThat(outcome.out()).isEqualTo("mine\n");
  }

  private void fakeJava(String version) throws IOException {
    Shell.script(
        tools.resolve("java"),
        versionLine(version),
        "env",
        "for word; do printf '%s\\n' \"$word\"; done",
        "exit ${FAKE_EXIT:-0}");
  }

  private static String versionLine(String version) {
    return "[ \"$1\" != -version ] || { echo 'openjdk version \""
        + version
        + "\" x' >&2; exit 0; }";
  }

  private void fakeSmi(String... lines) throws IOException {
    Shell.script(tools.resolve("nvidia-smi"), lines);
  }

  private Outcome start(Map<String, String> environment, String... arguments) throws Exception {
    return start(temporary, environment, launcher, arguments);
  }

  private Outcome start(
      Path folder, Map<String, String> environment, Path program, String... arguments)
      throws Exception {
    Map<String, String> all = new HashMap<>(Map.of("JAVA_HOME", ""));
    all.put("PATH", tools + ":/usr/bin:/bin");
    all.putAll(environment);
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return Shell.run(folder, all, command);
  }
}
