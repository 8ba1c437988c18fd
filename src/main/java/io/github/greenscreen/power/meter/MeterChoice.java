package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.MeterException;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.nvml.NativeNvml;
import io.github.greenscreen.power.rapl.RaplMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The meters to read, and the period between readings.
 *
 * @param parts the meters, whose power is added; at least one
 * @param period time between readings, above zero
 */
public record MeterChoice(List<Part> parts, Duration period) {
  /** Meters whose devices would be counted twice if they were read together. */
  private static final List<Set<MeterType>> RIVALS =
      List.of(
          EnumSet.of(MeterType.NVML, MeterType.NVIDIA_SMI),
          EnumSet.of(MeterType.RAPL, MeterType.ESTIMATE));

  /** The best meter that answers, every second. */
  public static final MeterChoice AUTO = of("auto", PowerSampler.DEFAULT_PERIOD);

  /**
   * One meter.
   *
   * @param kind type of the meter
   * @param argument the text after its colon, empty if there is none
   */
  public record Part(MeterType kind, String argument) {
    public Part {
      Objects.requireNonNull(kind);
      kind.check(argument);
    }

    @Override
    public String toString() {
      return argument.isEmpty() ? kind.configName() : kind.configName() + ":" + argument;
    }
  }

  public MeterChoice {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("no meter, or a period of " + period);
    }
  }

  /**
   * Parse {@code text}: names of meters with their arguments, joined by + or commas, for instance
   * {@code nvidia-smi+estimate:65W}.
   *
   * @throws MeterException if one is unknown, lacks its argument, or if two measure the same
   *     devices
   */
  public static MeterChoice of(String text, Duration period) {
    List<Part> parts =
        Arrays.stream(text.split("[+,]", -1)).map(String::strip).map(MeterChoice::part).toList();
    refuseRivals(text, parts.stream().map(Part::kind).toList());
    return new MeterChoice(parts, period);
  }

  /** Return whether meters of these names, or an unknown one, measure the same devices. */
  public static boolean readSame(String one, String other) {
    return one.isEmpty()
        || other.isEmpty()
        || one.equals(other)
        || RIVALS.stream().anyMatch(rivals -> named(rivals, one) && named(rivals, other));
  }

  private static boolean named(Set<MeterType> types, String name) {
    return types.stream().anyMatch(type -> type.configName().equals(name));
  }

  /** Return every single meter that needs no argument, read every {@code period}. */
  public static List<MeterChoice> each(Duration period) {
    return Arrays.stream(MeterType.values())
        .filter(kind -> !kind.standsAlone() && !kind.takesArgument())
        .map(kind -> of(kind.configName(), period))
        .toList();
  }

  /** Return a separate choice for each of these meters, in their order. */
  public List<MeterChoice> apart() {
    return parts.stream().map(part -> new MeterChoice(List.of(part), period)).toList();
  }

  /** Return the text from which {@link #of} creates an equal choice. */
  public String spelled() {
    return parts.stream().map(Part::toString).collect(Collectors.joining("+"));
  }

  /** Return whether nothing is to be measured. */
  public boolean isNone() {
    return parts.stream().allMatch(part -> part.kind() == MeterType.NONE);
  }

  /** Return whether the choice names a meter of the processors, whose power all runs share. */
  public boolean readsProcessors() {
    return parts.stream()
        .map(Part::kind)
        .anyMatch(kind -> kind == MeterType.RAPL || kind == MeterType.ESTIMATE);
  }

  /** Open the meters in the environment of this process; the caller closes the result. */
  public PowerMeter open() {
    return open(System.getenv());
  }

  /**
   * Open the meters as if {@code environment} were that of this process: {@code PATH} locates
   * tools, {@code GREENSCREEN_NVML} locates NVML, and {@code CUDA_VISIBLE_DEVICES} selects GPUs.
   */
  public PowerMeter open(Map<String, String> environment) {
    MeterEnvironment place =
        new MeterEnvironment(
            environment,
            period,
            RaplMeter.ROOT,
            EstimateMeter.STAT,
            () -> NativeNvml.open(environment),
            PowerMeter.PATIENCE);
    List<PowerMeter> meters =
        parts.stream().map(part -> part.kind().open(part.argument(), place)).toList();
    return meters.size() == 1 ? meters.get(0) : new CompositeMeter(meters);
  }

  private static Part part(String word) {
    int colon = word.indexOf(':');
    String name = colon < 0 ? word : word.substring(0, colon);
    MeterType kind =
        MeterType.find(name)
            .orElseThrow(
                () ->
                    new MeterException(
                        "unknown meter \"%s\"; expected %s, or several joined with +%s"
                            .formatted(name, MeterType.usages(), MeterType.hint(name))));
    return new Part(kind, colon < 0 ? "" : absolute(kind, word.substring(colon + 1).strip()));
  }

  /** Make paths absolute, because a run may be started from another folder. */
  private static String absolute(MeterType kind, String argument) {
    return kind == MeterType.REPLAY && !argument.isEmpty()
        ? Path.of(argument).toAbsolutePath().normalize().toString()
        : argument;
  }

  private static void refuseRivals(String text, List<MeterType> kinds) {
    if (kinds.size() > 1 && kinds.stream().anyMatch(MeterType::standsAlone)) {
      throw new MeterException(
          "\"%s\": auto and none cannot be combined; list the meters to add up".formatted(text));
    }
    for (Set<MeterType> rivals : RIVALS) {
      if (kinds.stream().filter(rivals::contains).count() > 1) {
        throw new MeterException(
            "\"%s\" would count the same device twice; remove one meter".formatted(text));
      }
    }
  }
}
