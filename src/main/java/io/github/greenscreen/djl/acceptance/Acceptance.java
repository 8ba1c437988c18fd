package io.github.greenscreen.djl.acceptance;

import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.process.JavaCommand;
import io.github.greenscreen.training.engine.EngineAcceptance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the acceptance checks of the engine in child processes. Thread-safe. */
public final class Acceptance implements EngineAcceptance {
  private static final String DEVICE = "device";

  private final JavaCommand command;
  private final List<Gpu> gpus;
  private final List<Mode> modes;

  Acceptance(JavaCommand command, List<Gpu> gpus, List<Mode> modes) {
    this.command = command;
    this.gpus = List.copyOf(gpus);
    this.modes = List.copyOf(modes);
  }

  /**
   * Return the checks of this machine.
   *
   * @param mainClass main class that runs a {@link Task}: its arguments are the task, a folder, and
   *     modes; it prints {@link Answers}
   */
  public static Acceptance ofMachine(String mainClass) {
    return new Acceptance(
        JavaCommand.ofThisJvm(mainClass), Gpu.visible(System.getenv()), Mode.all());
  }

  @Override
  public void run(Consumer<Check> checks) throws InterruptedException {
    Path folder = temporaryFolder();
    try {
      Child child = new Child(command, folder);
      Optional<Map<String, String>> facts = device(child, folder, checks);
      if (facts.isEmpty()) {
        return;
      }
      boolean gpu = Boolean.parseBoolean(facts.get().get("gpu"));
      boolean tf32 = "tf32".equals(facts.get().get("float32_convolutions"));
      LossCheck losses = new LossCheck(child, folder, tf32, checks);
      losses.run(modes);
      new MemoryCheck(child, folder, checks).run();
      new SpeedCheck(child, folder, gpu, checks).run();
      otherGpus(losses, gpu, checks);
    } finally {
      delete(folder);
    }
  }

  private static Optional<Map<String, String>> device(
      Child child, Path folder, Consumer<Check> checks) throws InterruptedException {
    Map<String, String> facts = new LinkedHashMap<>();
    Optional<String> failure =
        child.run(Map.of(), facts::put, List.of(Task.DEVICE.word(), folder.toString()));
    if (failure.isPresent()) {
      checks.accept(new Check(Verdict.FAILED, DEVICE, "engine", failure.get()));
      return Optional.empty();
    }
    facts.forEach((key, value) -> checks.accept(new Check(Verdict.PASSED, DEVICE, key, value)));
    return Optional.of(facts);
  }

  private void otherGpus(LossCheck losses, boolean gpu, Consumer<Check> checks)
      throws InterruptedException {
    if (!gpu || gpus.size() < 2) {
      String reason = gpu ? "there is only one GPU" : "no GPU is used";
      checks.accept(new Check(Verdict.SKIPPED, "several GPUs", "each further GPU", reason));
      return;
    }
    for (Gpu other : gpus.subList(1, gpus.size())) {
      losses.compareOn(other, modes.get(0));
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("greenscreen-acceptance");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  private static void delete(Path folder) {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(found::add);
      for (Path file : found) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
