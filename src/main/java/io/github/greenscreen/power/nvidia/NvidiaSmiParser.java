package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.PowerAverage;
import io.github.greenscreen.power.PowerBounds;
import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the rows that {@code nvidia-smi} prints, and tolerates faulty output. A cell that is not a
 * number becomes NaN, never zero, and the reason is logged; a line that is not a row is logged as
 * well. The first field in which a GPU reports its power remains its power field, because the
 * fields differ in meaning. Samples of a {@link PowerAverage} are stamped in the middle of its
 * second. Thread-safe.
 */
final class NvidiaSmiParser {
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(?: ?(?:W|C|%|MiB))?");
  private static final Pattern REFUSAL =
      Pattern.compile("\\[.*]|N/A|ERR!|Unknown Error|Not Supported|");
  private static final Pattern NO_SENSOR = Pattern.compile("\\[?(?:N/A|Not Supported)]?");
  private static final String LOST = "Unable to determine the device handle for";

  private final NvidiaSmiFields fields;
  private final List<Gpu> gpus;
  private final boolean all;
  private final MeterErrorLog errorLog;
  private final Map<String, String> powerFields = new TreeMap<>();
  private final Set<String> silent = new HashSet<>();
  private final Map<String, PowerAverage> averages = new HashMap<>();
  private int row;
  private boolean lostTakesARow;

  /**
   * Create a parser for rows of {@code fields}.
   *
   * @param gpus the GPUs queried; empty if they are unknown
   * @param all whether GPUs that appear later are included
   */
  NvidiaSmiParser(NvidiaSmiFields fields, List<Gpu> gpus, boolean all, MeterErrorLog errorLog) {
    this.fields = fields;
    this.gpus = gpus.stream().sorted(Comparator.comparingInt(Gpu::index)).toList();
    this.all = all;
    this.errorLog = errorLog;
  }

  /** Return the samples of a complete answer, stamped {@code timeMillis}. */
  synchronized List<PowerSample> parse(String output, long timeMillis) {
    row = 0;
    // If every expected GPU has a row, the lost GPU is another one.
    long lines = output.lines().filter(line -> !line.isBlank()).count();
    lostTakesARow = gpus.isEmpty() || lines <= gpus.size();
    List<PowerSample> samples = new ArrayList<>();
    output.lines().forEach(line -> parseLine(line, timeMillis).ifPresent(samples::add));
    return samples;
  }

  /** Return the sample of one line, if it is a row of an included GPU. */
  synchronized Optional<PowerSample> parseLine(String line, long timeMillis) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    if (!isRow(cells)) {
      errorLog.say(NvidiaSmiAdvice.added(line));
      row += lostTakesARow && line.strip().startsWith(LOST) ? 1 : 0;
      return Optional.empty();
    }
    int index = fields.nameTheirGpu() ? Integer.parseInt(cells.get(fields.place("index"))) : next();
    return counts(index)
        ? Optional.of(sample("GPU " + index, cells, timeMillis))
        : Optional.empty();
  }

  /** Return the power field in use; several if GPUs differ, empty if none. */
  synchronized String powerField() {
    return String.join(" and ", new TreeSet<>(powerFields.values()));
  }

  /** Return whether the power of a GPU is a mean over a second, whose middle stamps its samples. */
  synchronized boolean averages() {
    return averages.values().stream().anyMatch(PowerAverage::isOne);
  }

  /** Mark the GPUs of {@code samples} as reporting no power now, whatever the query. */
  synchronized void expectNothingOf(List<PowerSample> samples) {
    samples.forEach(sample -> silent.add(sample.device()));
  }

  /** Return whether {@code device} has reported its power and is expected to continue. */
  synchronized boolean expects(String device) {
    return powerFields.containsKey(device) && !silent.contains(device);
  }

  private int next() {
    int number = row++;
    return number < gpus.size() ? gpus.get(number).index() : number;
  }

  private boolean counts(int index) {
    return all || gpus.isEmpty() || gpus.stream().anyMatch(gpu -> gpu.index() == index);
  }

  private boolean isRow(List<String> cells) {
    if (cells.size() != fields.names().size()) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      if (!isCell(fields.names().get(i), cells.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCell(String field, String cell) {
    return switch (field) {
      case "index" -> cell.matches("\\d{1,3}");
      case "uuid" -> cell.startsWith("GPU-") || REFUSAL.matcher(cell).matches();
      default -> NUMBER.matcher(cell).matches() || REFUSAL.matcher(cell).matches();
    };
  }

  private PowerSample sample(String device, List<String> cells, long timeMillis) {
    double power = power(device, cells);
    return new PowerSample(
        timeMillis - lag(device, cells),
        device,
        power,
        number(cells, "temperature.gpu"),
        number(cells, "utilization.gpu"),
        number(cells, "memory.used"));
  }

  /**
   * Return the power by the field of the device. The first field with a plausible value becomes it.
   */
  private double power(String device, List<String> cells) {
    for (String candidate : candidates(device)) {
      if (PowerBounds.isPlausible(number(cells, candidate))) {
        powerFields.put(device, candidate);
        silent.remove(device);
        return number(cells, candidate);
      }
    }
    errorLog.say(complaint(device, cells));
    return Double.NaN;
  }

  /** Return the fields that may hold the power of a device. */
  private List<String> candidates(String device) {
    String known = powerFields.get(device);
    return known == null
        ? NvidiaSmiFields.POWER.stream().filter(fields.names()::contains).toList()
        : List.of(known);
  }

  private String complaint(String device, List<String> cells) {
    List<String> candidates = candidates(device);
    String field = candidates.get(0);
    String cell = cells.get(fields.place(field));
    if (Double.isFinite(number(cells, field))) {
      return "%s of %s is %s, %s".formatted(field, device, cell, PowerBounds.EXPECTED);
    }
    boolean none =
        candidates.stream().allMatch(c -> NO_SENSOR.matcher(cells.get(fields.place(c))).matches());
    String reason = "%s of %s is \"%s\"".formatted(field, device, cell);
    return none && !powerFields.containsKey(device)
        ? Gpu.withoutSensor(reason)
        : NvidiaSmiAdvice.added(reason);
  }

  private long lag(String device, List<String> cells) {
    if (!NvidiaSmiFields.AVERAGE.equals(powerFields.get(device))) {
      return 0;
    }
    PowerAverage average = averages.computeIfAbsent(device, first -> new PowerAverage());
    average.compare(number(cells, NvidiaSmiFields.AVERAGE), number(cells, NvidiaSmiFields.INSTANT));
    return average.lagMillis();
  }

  private double number(List<String> cells, String field) {
    int place = fields.place(field);
    Matcher matcher = NUMBER.matcher(place < 0 ? "" : cells.get(place));
    return matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }
}
