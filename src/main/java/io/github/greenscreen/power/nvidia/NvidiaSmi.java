package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.power.MeterErrorLog;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program {@code nvidia-smi}: finds and calls it, and lists its GPUs. It is absent, fails, or
 * hangs on many machines; the result is then empty and the reason is logged.
 */
public final class NvidiaSmi {
  /** The name of the program. */
  public static final String NAME = "nvidia-smi";

  /** What the tool prints if the driver finds no GPU. */
  static final String NO_DEVICES = "No devices were found";

  /**
   * How long a call may take. Without persistence mode every call starts the driver, which takes
   * seconds per GPU.
   */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final String FORMAT = "--format=csv,noheader,nounits";
  private static final Pattern BOARD = Pattern.compile("GPU \\d+: .*\\(UUID: (GPU-[^)]+)\\)");
  private static final Pattern MIG = Pattern.compile("MIG .*\\(UUID: (MIG-[^)]+)\\)");

  private final Map<String, String> environment;
  private final Duration timeout;
  private final MeterErrorLog errorLog;
  private final GpuSelection choice;

  /**
   * Create a caller that takes {@code PATH} and {@code CUDA_VISIBLE_DEVICES} from {@code
   * environment}, and kills the program if it has not answered after {@code timeout}.
   */
  public NvidiaSmi(Map<String, String> environment, Duration timeout, MeterErrorLog errorLog) {
    this.environment = Map.copyOf(environment);
    this.timeout = timeout;
    this.errorLog = errorLog;
    this.choice = new GpuSelection(environment, errorLog);
  }

  /** Return whether {@code CUDA_VISIBLE_DEVICES} hides every GPU, which is logged then. */
  boolean hidesAll() {
    return choice.hidesAll();
  }

  /** Return the parsed value of {@code CUDA_VISIBLE_DEVICES}. */
  public CudaVisibleDevices devices() {
    return choice.devices();
  }

  /**
   * Return the visible GPUs in the order of {@code CUDA_VISIBLE_DEVICES}, or empty if the program
   * does not answer. An answer without GPUs is an empty list.
   */
  public Optional<List<Gpu>> visible() {
    Optional<List<Gpu>> gpus = call(List.of("--query-gpu=" + Gpu.FIELDS, FORMAT)).map(this::gpus);
    return gpus.map(all -> choice.among(all, this::boards));
  }

  /**
   * Return the arguments that query {@code fields} of {@code gpus}, or of all if the list is empty.
   */
  List<String> query(List<String> fields, List<Gpu> gpus) {
    List<String> words = new ArrayList<>();
    words.add("--query-gpu=" + String.join(",", fields));
    words.add(FORMAT);
    if (!gpus.isEmpty() && !devices().all()) {
      words.add("-i");
      words.add(String.join(",", gpus.stream().map(Gpu::uuid).toList()));
    }
    return words;
  }

  /** Return its output when called with {@code words}. */
  Optional<String> call(List<String> words) {
    return command(words).flatMap(all -> CommandRunner.of(all, timeout, this::complain));
  }

  /** Return its answer to {@code query} as rows; failures are not logged. */
  Optional<String> ask(String query) {
    return quietly(List.of(query, FORMAT));
  }

  /** Return its list of the fields that can be queried; failures are not logged. */
  Optional<String> help() {
    return quietly(List.of("--help-query-gpu"));
  }

  private Optional<String> quietly(List<String> words) {
    return find()
        .map(path -> Stream.concat(Stream.of(path.toString()), words.stream()).toList())
        .flatMap(command -> CommandRunner.of(command, timeout, reason -> {}));
  }

  /** Return the command that calls it with {@code words}, or empty if it is not on the PATH. */
  Optional<List<String>> command(List<String> words) {
    Optional<Path> tool = find();
    if (tool.isEmpty()) {
      errorLog.say(
          "no "
              + NAME
              + " on the PATH; if this machine has an NVIDIA GPU, install the NVIDIA driver, which "
              + "includes it, or add its folder to PATH");
    }
    return tool.map(path -> Stream.concat(Stream.of(path.toString()), words.stream()).toList());
  }

  /** Return its path. */
  public Optional<Path> find() {
    String path = environment.getOrDefault("PATH", "");
    return Arrays.stream(path.split(System.getProperty("path.separator"), -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(NvidiaSmi::candidates)
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private void complain(String reason) {
    errorLog.say(NvidiaSmiAdvice.added(reason));
  }

  private List<Gpu> gpus(String output) {
    List<Gpu> gpus = new ArrayList<>();
    for (String line : output.lines().filter(text -> !text.isBlank()).toList()) {
      Gpu.parse(line).ifPresentOrElse(gpus::add, () -> complain(line));
    }
    return List.copyOf(gpus);
  }

  /** Return the board of each MIG device, which only the listing contains. */
  private Map<String, String> boards() {
    Map<String, String> boards = new HashMap<>();
    String board = "";
    for (String line : call(List.of("-L")).orElse("").lines().map(String::strip).toList()) {
      Matcher gpu = BOARD.matcher(line);
      Matcher mig = MIG.matcher(line);
      if (gpu.matches()) {
        board = gpu.group(1);
      } else if (mig.matches()) {
        boards.put(mig.group(1).toLowerCase(Locale.ROOT), board);
      }
    }
    return boards;
  }

  private static Stream<Path> candidates(String folder) {
    try {
      return Stream.of(Path.of(folder, NAME), Path.of(folder, NAME + ".exe"));
    } catch (InvalidPathException e) {
      return Stream.of();
    }
  }
}
