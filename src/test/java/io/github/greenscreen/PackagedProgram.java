package io.github.greenscreen;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The packaged program, run in a folder, with a small network on few drawn images. */
record PackagedProgram(Path folder) {
  private static final List<String> SMALL =
      List.of(
          "--dataset=shapes",
          "--set=model=resnet20",
          "--set=precision=float32",
          "--set=internal=None",
          "--set=batch_size=32");

  /** A command in progress. */
  record Started(Process process, Path out, Path err) {
    /** Send {@code signal}, wait for the end and return what was left behind. */
    Outcome signal(String signal) throws IOException, InterruptedException {
      kill(signal, process.pid());
      return end();
    }

    /** Wait until {@code sentence} is on standard error, at most a minute. */
    void awaitMessage(String sentence) throws IOException, InterruptedException {
      Instant latest = Instant.now().plusSeconds(60);
      while (!Files.readString(err).contains(sentence) && Instant.now().isBefore(latest)) {
        Thread.sleep(20);
      }
    }

    Outcome end() throws IOException, InterruptedException {
      assertThat(process.waitFor(3, MINUTES)).isTrue();
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  /** Run a command that trains, to its end. */
  Outcome run(String... words) throws IOException, InterruptedException {
    return Shell.run(folder, Distribution.environment(), command(words));
  }

  /** Start a command that trains so that SIGINT reaches it even where the build ignores it. */
  Started start(String... words) throws IOException, InterruptedException {
    List<String> reset = List.of("env", "--default-signal=INT");
    List<String> trial = new ArrayList<>(reset);
    trial.add("true");
    assumeTrue(Shell.run(folder, Map.of(), trial).code() == 0, "this env cannot restore signals");
    List<String> command = new ArrayList<>(reset);
    command.addAll(command(words));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(Distribution.environment());
    return new Started(
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
  }

  /** Wait until run {@code name} is training: its log has a row of an epoch. */
  RunFolder awaitEpoch(String name) throws InterruptedException {
    await(name, run -> run.readEpochs().stream().anyMatch(row -> row.isTraining()));
    RunFolder run = new RunStore(folder.resolve("runs")).find(name).orElseThrow();
    assertThat(run.readStatus().state()).isEqualTo(RunState.RUNNING);
    return run;
  }

  /** Wait until run {@code name} has a checkpoint and a log of {@code epochs} epochs. */
  void awaitEpochs(String name, int epochs) throws InterruptedException {
    await(
        name,
        run ->
            run.checkpoints().exists()
                && run.readEpochs().stream().filter(row -> row.isTraining()).count() >= epochs);
  }

  /** Wait until run {@code name} has begun to train: its status names a device. */
  RunFolder awaitTraining(String name) throws InterruptedException {
    await(name, run -> StatusEntries.of(run.readStatus()).containsKey("device"));
    return new RunStore(folder.resolve("runs")).find(name).orElseThrow();
  }

  /** Wait until nobody trains run {@code name} any more. */
  RunFolder awaitEnd(String name) throws InterruptedException {
    await(name, run -> run.holder().isEmpty() && run.readStatus().state() != RunState.RUNNING);
    return new RunStore(folder.resolve("runs")).find(name).orElseThrow();
  }

  static void kill(String signal, long pid) throws IOException, InterruptedException {
    List<String> command = List.of("kill", "-" + signal, Long.toString(pid));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  private void await(String name, Predicate<RunFolder> condition) throws InterruptedException {
    for (int attempt = 0; attempt < 1200; attempt++) {
      Optional<RunFolder> run = new RunStore(folder.resolve("runs")).find(name);
      if (run.filter(folder -> holds(condition, folder)).isPresent()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("run " + name + " never came so far");
  }

  /** A folder that was made this moment may have no files yet. */
  private static boolean holds(Predicate<RunFolder> condition, RunFolder run) {
    try {
      return condition.test(run);
    } catch (RunFolderException e) {
      return false;
    }
  }

  private static List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Distribution.program().toString());
    command.addAll(List.of(words));
    if (!command.contains("--resume")) {
      command.addAll(SMALL);
    }
    return command;
  }
}
