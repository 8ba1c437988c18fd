package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Distribution;
import io.github.greenscreen.Greenscreen;
import io.github.greenscreen.Shell;
import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One case: a folder with a small search space, the packaged program, and all processes that it
 * starts there. Used by one thread.
 */
final class FaultScenario implements AutoCloseable {
  /** Marks every process of a scene, and those which they start. */
  private static final String MARK = "GREENSCREEN_SCENE";

  private static final String CONFIG =
      """
      method: grid
      parameters:
        lr:         {values: [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08]}
        batch_size: {value: 32}
        precision:  {value: float32}
        internal:   {value: None}
        model:      {value: resnet20}
        dataset:    {value: shapes}
        epochs:     {value: 3}
        seed:       {value: 22}
      """;

  private static final long PATIENCE_SECONDS = 300;

  private final Path folder;
  private final Random random;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private String broken = "";
  private String program;
  private int planned;
  private Path runs;

  FaultScenario(long seed) throws IOException {
    folder = Files.createTempDirectory("fault");
    random = new Random(seed);
    runs = folder.resolve("runs");
    program = Distribution.program().toString();
    Files.writeString(folder.resolve("config.yaml"), CONFIG);
    environment.putAll(Distribution.environment());
    environment.put(MARK, folder.toString());
  }

  /** A command in progress. */
  record Running(Process process, Path out, Path err) {

    /** Send a signal once. */
    Running signal(String name) throws IOException, InterruptedException {
      Processes.signal(name, process.pid());
      return this;
    }

    /** Wait for the end and return what it left behind. */
    Outcome end() throws IOException, InterruptedException {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  /** Say what is broken here, and how many runs must be left in the end. */
  FaultScenario breaks(String what, int runsInTheEnd) {
    broken = what;
    planned = runsInTheEnd;
    return this;
  }

  /** Say where the runs are, where that is not the usual place. */
  FaultScenario runsAre(Path other) {
    runs = other;
    return this;
  }

  /** Set a variable of the environment of all further commands. */
  FaultScenario with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Replace a line of the search space. */
  FaultScenario config(String before, String after) throws IOException {
    Path file = folder.resolve("config.yaml");
    assertThat(CONFIG).contains(before);
    Files.writeString(file, Files.readString(file).replace(before, after));
    return this;
  }

  String broken() {
    return broken;
  }

  int planned() {
    return planned;
  }

  Path folder() {
    return folder;
  }

  Random random() {
    return random;
  }

  RunStore store() {
    return new RunStore(runs);
  }

  RunFolder run(String name) {
    return store().find(name).orElseThrow();
  }

  /** Run the program to its end. */
  Outcome run(String... words) throws IOException, InterruptedException {
    return start(words).end();
  }

  /** Run a sweep of {@code count} configurations to its end. */
  Outcome sweep(int count, String... words) throws IOException, InterruptedException {
    return startSweep(count, words).end();
  }

  Running startSweep(int count, String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("sweep", "-n=" + count, "--limit=64", "--idle=0"));
    all.addAll(List.of(words));
    return start(all.toArray(String[]::new));
  }

  Running start(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    // A build in the background would hand down that SIGINT is ignored.
    command.addAll(List.of("env", "--default-signal=INT", program));
    command.addAll(List.of(words));
    return launch(command);
  }

  /** Run a shell script, in which {@code $greenscreen} is the program. */
  Outcome script(String text, String... wrapper) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("script.sh"), text);
    List<String> command = new ArrayList<>(List.of(wrapper));
    command.addAll(List.of("sh", file.toString()));
    return execute(command);
  }

  /** Run any command to its end. */
  Outcome execute(List<String> command) throws IOException, InterruptedException {
    return launch(command).end();
  }

  /**
   * Let the program see the GPUs of the fake {@code nvidia-smi} in {@code tools}. It still trains
   * on the processors: whoever finds a GPU in {@code bin/greenscreen} would not.
   */
  void withGpu(Path tools) throws IOException {
    program =
        Shell.script(
                folder.resolve("greenscreen"),
                "exec '%s/bin/java' -XX:+UseSerialGC -XX:-UsePerfData -Djava.awt.headless=true %s \\"
                    .formatted(System.getProperty("java.home"), Distribution.javaOptions()),
                "  -cp '%s/lib/*:%s/lib/cpu/*' %s \"$@\""
                    .formatted(
                        Distribution.home(), Distribution.home(), Greenscreen.class.getName()))
            .toString();
    environment.remove("CUDA_VISIBLE_DEVICES");
    environment.put("OPT_OUT_TRACKING", "true");
    environment.put("GOMP_SPINCOUNT", "1000");
    environment.put("PATH", tools + ":" + System.getenv("PATH"));
  }

  private Running launch(List<String> command) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "JAVA_HOME", "TMPDIR"));
    builder.environment().put("greenscreen", program);
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Running(builder.start(), out, err);
  }

  /** Wait until run {@code name} is so far as {@code condition} says. */
  RunFolder await(String name, Predicate<RunFolder> condition) throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 50; i++) {
      var run = store().find(name).filter(found -> holds(condition, found));
      if (run.isPresent()) {
        return run.get();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("run " + name + " never came so far");
  }

  /** Wait until run {@code name} has logged so many epochs. */
  RunFolder awaitEpochs(String name, int epochs) throws InterruptedException {
    return await(name, run -> epochs(run) >= epochs);
  }

  static long epochs(RunFolder run) {
    return run.readEpochs().stream().filter(row -> row.isTraining()).count();
  }

  /** A folder that was made this moment may have no files yet. */
  private static boolean holds(Predicate<RunFolder> condition, RunFolder run) {
    try {
      return condition.test(run);
    } catch (RunFolderException e) {
      return false;
    }
  }

  /** Return the process that trains run {@code name}. */
  long pid(String name) {
    return run(name).holder().orElseThrow().pid();
  }

  /** Return the processes of the scene that live. */
  List<ProcessHandle> processes() throws IOException {
    return Processes.having(MARK + "=" + folder);
  }

  @Override
  public void close() throws IOException {
    for (ProcessHandle process : processes()) {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
