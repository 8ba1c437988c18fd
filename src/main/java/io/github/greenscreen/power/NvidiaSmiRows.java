package io.github.greenscreen.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understands what {@code nvidia-smi} prints for four numbers per GPU, and the ways in which it
 * does not print them. A cell that is no number is NaN, never zero; a line that is no row is
 * dropped.
 */
final class NvidiaSmiRows {
  private static final Logger LOG = LoggerFactory.getLogger(NvidiaSmiRows.class);
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(?: ?(?:W|C|%|MiB))?");
  private static final Pattern REFUSAL = Pattern.compile("\\[.*]|N/A|ERR!|");
  private static final String LOST = "Unable to determine the device handle for";

  private NvidiaSmiRows() {}

  /** Return one sample per row of {@code output}, stamped {@code timeMillis}. */
  static List<PowerSample> parse(String output, VisibleDevices devices, long timeMillis) {
    List<PowerSample> samples = new ArrayList<>();
    int row = 0;
    for (String line : output.lines().map(String::strip).filter(s -> !s.isEmpty()).toList()) {
      List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
      if (isRow(cells)) {
        samples.add(sample(cells, "GPU " + devices.index(row++), timeMillis));
      } else {
        LOG.debug("nvidia-smi said: {}", line.substring(0, Math.min(line.length(), 200)));
        row += line.startsWith(LOST) ? 1 : 0;
      }
    }
    return samples;
  }

  private static boolean isRow(List<String> cells) {
    return cells.size() == 4
        && cells.stream()
            .allMatch(cell -> NUMBER.matcher(cell).matches() || REFUSAL.matcher(cell).matches());
  }

  private static PowerSample sample(List<String> cells, String device, long timeMillis) {
    double[] numbers = cells.stream().mapToDouble(NvidiaSmiRows::number).toArray();
    return new PowerSample(timeMillis, device, numbers[0], numbers[1], numbers[2], numbers[3]);
  }

  private static double number(String cell) {
    Matcher matcher = NUMBER.matcher(cell);
    return matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }
}
