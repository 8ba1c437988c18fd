package io.github.greenscreen.simulation;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers and missing values as the programs that write tables spell them. */
final class CellNumber {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[-+]?(\\d+,\\d*|,\\d+)([eE][-+]?\\d+)?");

  /** Spellings of a missing or non-finite value, without their sign, in lower case. */
  private static final Set<String> MISSING =
      Set.of(
          ("|-|?|na|n/a|n.a.|[n/a]|<na>|nan|1.#qnan|1.#ind|nat|none|null|nil|missing|undefined|inf"
                  + "|infinity|1.#inf|fail|failed|failure|error|crash|crashed|diverged|killed|oom"
                  + "|timeout")
              .split("[|]", -1));

  /** Spellings of an absent value that are unlikely to be the value of a parameter. */
  private static final Set<String> ABSENT = Set.of("", "nan", "na", "n/a", "<na>", "[n/a]");

  private CellNumber() {}

  /** Parse a decimal number with a point; empty for anything else. It may overflow to infinity. */
  static OptionalDouble parse(String cell) {
    return DECIMAL.matcher(cell).matches()
        ? OptionalDouble.of(Double.parseDouble(cell))
        : OptionalDouble.empty();
  }

  /** Tell whether {@code cell} is a decimal number with a point or without decimals. */
  static boolean isNumber(String cell) {
    return DECIMAL.matcher(cell).matches();
  }

  /** Tell whether {@code cell} is a decimal number with a comma before its decimals. */
  static boolean hasDecimalComma(String cell) {
    return DECIMAL_COMMA.matcher(cell).matches();
  }

  /**
   * Tell whether {@code cell} says that there is no value: it is empty, a word such as {@code NaN}
   * or {@code failed}, infinite, or an error of a spreadsheet such as {@code #N/A}.
   */
  static boolean isMissing(String cell) {
    OptionalDouble number = parse(cell);
    if (number.isPresent()) {
      return Double.isInfinite(number.getAsDouble());
    }
    String word = cell.toLowerCase(Locale.ROOT);
    boolean signed = word.startsWith("-") || word.startsWith("+");
    return word.startsWith("#") || MISSING.contains(signed ? word.substring(1) : word);
  }

  /** Tell whether the cell of a parameter, which may well be {@code None}, is empty or NaN. */
  static boolean isAbsent(String cell) {
    return ABSENT.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** Tell whether both cells are the same text or the same number. */
  static boolean same(String a, String b) {
    OptionalDouble first = parse(a);
    OptionalDouble second = parse(b);
    return a.equals(b)
        || (first.isPresent() && second.isPresent() && first.getAsDouble() == second.getAsDouble());
  }
}
