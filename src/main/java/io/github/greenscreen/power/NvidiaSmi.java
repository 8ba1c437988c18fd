package io.github.greenscreen.power;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program {@code nvidia-smi}: where it is, and how it is asked about the visible GPUs. It is
 * absent, fails or hangs on many machines; the answer is empty then and the reason in the log.
 */
final class NvidiaSmi {
  /** The name of the program. */
  static final String NAME = "nvidia-smi";

  private static final Logger LOG = LoggerFactory.getLogger(NvidiaSmi.class);

  private final Map<String, String> environment;
  private final Duration timeout;

  /**
   * Take {@code PATH} and {@code CUDA_VISIBLE_DEVICES} from {@code environment}; kill the program
   * where it has not answered after {@code timeout}.
   */
  NvidiaSmi(Map<String, String> environment, Duration timeout) {
    this.environment = Map.copyOf(environment);
    this.timeout = timeout;
  }

  /** Return which GPUs are visible. */
  VisibleDevices devices() {
    return VisibleDevices.of(environment.get("CUDA_VISIBLE_DEVICES"));
  }

  /**
   * Return what it prints about {@code fields}, separated by commas and without units, one line per
   * visible GPU by ascending number.
   */
  Optional<String> query(String fields) {
    VisibleDevices devices = devices();
    if (devices.none()) {
      LOG.debug("CUDA_VISIBLE_DEVICES hides all GPUs");
      return Optional.empty();
    }
    Optional<Path> tool = find();
    if (tool.isEmpty()) {
      LOG.debug("no {} on the PATH", NAME);
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(tool.get().toString());
    command.add("--query-gpu=" + fields);
    command.add("--format=csv,noheader,nounits");
    if (!devices.indexes().isEmpty()) {
      command.add("-i");
      command.add(devices.spelled());
    }
    return ToolOutput.of(command, timeout);
  }

  private Optional<Path> find() {
    String path = environment.getOrDefault("PATH", "");
    return Arrays.stream(path.split(System.getProperty("path.separator"), -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(NvidiaSmi::candidates)
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Stream<Path> candidates(String folder) {
    try {
      return Stream.of(Path.of(folder, NAME), Path.of(folder, NAME + ".exe"));
    } catch (InvalidPathException e) {
      return Stream.of();
    }
  }
}
