package io.github.greenscreen.power.meter;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.power.MeterException;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.nvidia.NvidiaSmiMeter;
import io.github.greenscreen.power.rapl.RaplMeter;
import io.github.greenscreen.space.DidYouMean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The registry of meters: a new meter is one class and one constant. */
public enum MeterType {
  /** The GPUs if there are any, else the processor's counters if they answer, else none. */
  AUTO("auto", "", (argument, place) -> AutoMeter.open(place)),
  /** The library of NVIDIA's driver, whether it answers now or not. */
  NVML("nvml", "", (argument, place) -> new NvmlMeter(place)),
  /** NVIDIA's command-line tool, whether it answers now or not. */
  NVIDIA_SMI("nvidia-smi", "", (argument, place) -> nvidiaSmi(place)),
  /** Energy counters of processors and memory, whether they answer now or not. */
  RAPL("rapl", "", (argument, place) -> rapl(place)),
  /** The samples of an earlier run. */
  REPLAY("replay", "FILE", (argument, place) -> new ReplayMeter(Path.of(argument))),
  /** Utilisation of the processors × a given power. */
  ESTIMATE(
      "estimate",
      "65W",
      (argument, place) ->
          new EstimateMeter(
              watts(argument), place.stat(), System::currentTimeMillis, System::nanoTime)),
  /** Measure nothing. */
  NONE("none", "", (argument, place) -> new NullMeter());

  private final String configName;
  private final String example;
  private final Factory factory;

  MeterType(String configName, String example, Factory factory) {
    this.configName = configName;
    this.example = example;
    this.factory = factory;
  }

  /** Return the type whose spelling is {@code text}, if it exists. */
  public static Optional<MeterType> find(String text) {
    return Arrays.stream(values()).filter(kind -> kind.configName.equals(text)).findFirst();
  }

  /** Return the command-line syntax of each type, for instance {@code estimate:65W}. */
  static String usages() {
    List<String> usages = Arrays.stream(values()).map(MeterType::usage).toList();
    return usages.stream().limit(usages.size() - 1L).collect(Collectors.joining(", "))
        + " or "
        + usages.get(usages.size() - 1);
  }

  /** Return a suggestion for the misspelled {@code name}, empty if no type is similar. */
  static String hint(String name) {
    return DidYouMean.hint(name, Arrays.stream(values()).map(MeterType::configName).toList());
  }

  /** Return the spelling on the command line. */
  public String configName() {
    return configName;
  }

  /** Return whether it cannot be combined with others. */
  boolean standsAlone() {
    return this == AUTO || this == NONE;
  }

  /** Return whether it requires an argument after a colon. */
  boolean takesArgument() {
    return !example.isEmpty();
  }

  /**
   * Check the argument after the colon, which is empty if there is none.
   *
   * @throws MeterException if it is missing, invalid, or not allowed
   */
  void check(String argument) {
    if (example.isEmpty() && !argument.isEmpty()) {
      throw new MeterException(
          "meter %s takes no argument, but found \"%s\"".formatted(configName, argument));
    }
    if (this == ESTIMATE) {
      double unused = watts(argument);
    }
    if (this == REPLAY) {
      checkFile(argument);
    }
  }

  /** Open the meter; {@code argument} has been checked. */
  PowerMeter open(String argument, MeterEnvironment place) {
    return factory.open(argument, place);
  }

  /** Open the meter of NVIDIA's GPUs. */
  static NvidiaSmiMeter nvidiaSmi(MeterEnvironment place) {
    return new NvidiaSmiMeter(place.environment(), place.period());
  }

  /** Open the meter of the processors. */
  static RaplMeter rapl(MeterEnvironment place) {
    return new RaplMeter(place.powercap(), System::currentTimeMillis, System::nanoTime);
  }

  private String usage() {
    return example.isEmpty() ? configName : configName + ":" + example;
  }

  private static void checkFile(String file) {
    if (file.isEmpty()) {
      throw new MeterException("meter replay needs a file, such as replay:runs/001/power.csv");
    }
    new ReplayMeter(Path.of(file)).close();
  }

  private static double watts(String text) {
    if (text.isEmpty()) {
      throw new MeterException(
          "meter estimate needs the power of the processors at full load, such as estimate:65W");
    }
    if (!text.matches("(?:0*[1-9]\\d{0,4}(?:\\.\\d{1,3})?|0+\\.\\d{0,2}[1-9]) ?[Ww]?")) {
      throw new MeterException(
          "meter estimate: found \"%s\", expected watts above 0 such as estimate:65W"
              .formatted(text));
    }
    return Double.parseDouble(text.replaceAll("[Ww ]", ""));
  }

  /** Opens a meter. */
  @Immutable
  @FunctionalInterface
  private interface Factory {
    PowerMeter open(String argument, MeterEnvironment place);
  }
}
