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
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all visible NVIDIA GPUs by running {@code nvidia-smi} once per reading. Where the tool is
 * absent, fails, hangs or prints something else, the reading is empty and the reason goes to the
 * log. {@code CUDA_VISIBLE_DEVICES} given as numbers limits the reading to those GPUs; where it
 * hides all GPUs, nothing is read. Not thread-safe.
 */
public final class NvidiaSmiMeter implements PowerMeter {
  private static final Logger LOG = LoggerFactory.getLogger(NvidiaSmiMeter.class);
  private static final String TOOL = "nvidia-smi";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Map<String, String> environment;
  private final Duration timeout;
  private final LongSupplier clock;

  /** Use the environment of this process. */
  public NvidiaSmiMeter() {
    this(System.getenv());
  }

  /** Take {@code PATH} and {@code CUDA_VISIBLE_DEVICES} from {@code environment}. */
  public NvidiaSmiMeter(Map<String, String> environment) {
    this(environment, TIMEOUT, System::currentTimeMillis);
  }

  /**
   * Take also the time after which a hanging tool is killed and the clock, in milliseconds since
   * 1970, that stamps the samples.
   */
  NvidiaSmiMeter(Map<String, String> environment, Duration timeout, LongSupplier clock) {
    this.environment = Map.copyOf(environment);
    this.timeout = timeout;
    this.clock = clock;
  }

  /** Tell whether {@code nvidia-smi} is there and sees a GPU; runs it once. */
  public static boolean available() {
    return available(System.getenv());
  }

  /** Tell the same for the {@code PATH} of {@code environment}. */
  public static boolean available(Map<String, String> environment) {
    return !new NvidiaSmiMeter(environment).read().isEmpty();
  }

  @Override
  public String name() {
    return TOOL;
  }

  /** Read every visible GPU; the samples are stamped when the tool has answered. */
  @Override
  public List<PowerSample> read() {
    VisibleDevices devices = VisibleDevices.of(environment.get("CUDA_VISIBLE_DEVICES"));
    if (devices.none()) {
      LOG.debug("CUDA_VISIBLE_DEVICES hides all GPUs; none is metered");
      return List.of();
    }
    Optional<Path> tool = find();
    if (tool.isEmpty()) {
      LOG.debug("no {} on the PATH", TOOL);
      return List.of();
    }
    return ToolOutput.of(command(tool.get(), devices), timeout)
        .map(output -> NvidiaSmiRows.parse(output, devices, clock.getAsLong()))
        .orElse(List.of());
  }

  private static List<String> command(Path tool, VisibleDevices devices) {
    List<String> command = new ArrayList<>();
    command.add(tool.toString());
    command.add("--query-gpu=power.draw,temperature.gpu,utilization.gpu,memory.used");
    command.add("--format=csv,noheader,nounits");
    if (!devices.indexes().isEmpty()) {
      command.add("-i");
      command.add(devices.spelled());
    }
    return command;
  }

  private Optional<Path> find() {
    String path = environment.getOrDefault("PATH", "");
    return Arrays.stream(path.split(System.getProperty("path.separator"), -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(NvidiaSmiMeter::candidates)
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Stream<Path> candidates(String folder) {
    try {
      return Stream.of(Path.of(folder, TOOL), Path.of(folder, TOOL + ".exe"));
    } catch (InvalidPathException e) {
      return Stream.of();
    }
  }
}
