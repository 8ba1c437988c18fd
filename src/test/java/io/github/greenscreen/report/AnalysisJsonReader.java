package io.github.greenscreen.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code analysis.json} knows, and how people read it. Deliberately shares no code with the
 * report.
 */
final class AnalysisJsonReader {
  static final String UNKNOWN = "–";

  private final JsonElement element;

  private AnalysisJsonReader(JsonElement element) {
    this.element = element;
  }

  static AnalysisJsonReader parse(String json) {
    return new AnalysisJsonReader(JsonParser.parseString(json));
  }

  /** Go down by the names of objects. */
  AnalysisJsonReader at(String... names) {
    JsonElement found = element;
    for (String name : names) {
      found = found.getAsJsonObject().get(name);
      if (found == null) {
        throw new AssertionError("analysis.json has no " + String.join(" / ", names));
      }
    }
    return new AnalysisJsonReader(found);
  }

  boolean has(String name) {
    return element.isJsonObject() && element.getAsJsonObject().has(name) && !at(name).isNull();
  }

  boolean isNull() {
    return element.isJsonNull();
  }

  List<String> names() {
    return List.copyOf(element.getAsJsonObject().keySet());
  }

  List<AnalysisJsonReader> all() {
    List<AnalysisJsonReader> all = new ArrayList<>();
    element.getAsJsonArray().forEach(each -> all.add(new AnalysisJsonReader(each)));
    return all;
  }

  List<String> texts() {
    return all().stream().map(AnalysisJsonReader::text).toList();
  }

  String text() {
    return element.getAsString();
  }

  int whole() {
    return element.getAsInt();
  }

  boolean truth() {
    return element.getAsBoolean();
  }

  /** Return the number, NaN where it is null. */
  double number() {
    return isNull() ? Double.NaN : element.getAsDouble();
  }

  /** Return the entry of this list whose {@code run} is {@code name}. */
  AnalysisJsonReader run(String name) {
    return all().stream()
        .filter(each -> each.at("run").text().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("analysis.json has no run " + name));
  }

  JsonObject object() {
    return element.getAsJsonObject();
  }

  // How people read numbers.

  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", rounded.abs());
    return rounded.signum() < 0 ? "−" + text : text;
  }

  static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
    return fixed(rounded.doubleValue(), decimals(rounded.abs().doubleValue(), digits));
  }

  static String unit(double value, String unit) {
    return unit(value, unit, value);
  }

  static String unit(double value, String unit, double beside) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    boolean mass = unit.equals("g");
    if (mass || unit.equals("Wh")) {
      double size = Math.abs(beside);
      if (size >= (mass ? 1000 : 10_000)) {
        return significant(value / 1000, 4) + "k" + unit;
      }
      if (size > 0 && size < 0.1) {
        return significant(value * 1000, 4) + "m" + unit;
      }
    }
    return significant(value, 4) + unit;
  }

  static String percent(double share) {
    return Double.isFinite(share) ? fixed(100 * share, 1) + "%" : UNKNOWN;
  }

  static String p(double p) {
    return !Double.isFinite(p) ? UNKNOWN : p < 0.001 ? "<0.001" : fixed(p, 3);
  }

  static String equation(double p) {
    return p < 0.001 ? "<0.001" : "=" + p(p);
  }

  static String time(double seconds) {
    if (!Double.isFinite(seconds)) {
      return UNKNOWN;
    }
    if (seconds < 0) {
      return "−" + time(-seconds);
    }
    if (seconds < 60) {
      return significant(seconds, 3) + "s";
    }
    long whole = Math.round(seconds);
    long minutes = Math.round(seconds / 60);
    return whole < 3600
        ? whole / 60 + "min" + whole % 60 + "s"
        : String.format(Locale.ROOT, "%,d", minutes / 60) + "h" + minutes % 60 + "min";
  }

  static String count(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d", count) + (count == 1 ? one : many);
  }

  /** Return decimals so that the largest of {@code values} has {@code digits} digits. */
  static int column(List<Double> values, int digits) {
    double largest =
        values.stream().filter(Double::isFinite).mapToDouble(Math::abs).max().orElse(0);
    return decimals(largest, digits);
  }

  private static int decimals(double size, int digits) {
    return size == 0
        ? 0
        : Math.max(0, Math.min(6, digits - 1 - (int) Math.floor(Math.log10(size))));
  }
}
