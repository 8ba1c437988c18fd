package io.github.greenscreen.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Breaks texts by chance, as people and editors do. */
public final class Mutations {
  private static final List<String> TOKENS =
      List.of(
          "min",
          "max",
          "values",
          "q",
          "when",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "-1",
          "1e999",
          "0",
          "nan",
          "null",
          "~",
          "\t",
          "&a",
          "*a",
          "!!int",
          "|",
          "\"",
          "#",
          "parameters",
          "normal",
          "\n",
          "  ",
          "1.5",
          "true",
          "?",
          "<<",
          "%",
          "@",
          "ÿ",
          "99999999999999999999");

  private Mutations() {}

  /** Change one to three places: cut, repeat or swap lines, or put in, cut or replace words. */
  public static String of(String original, Random random) {
    List<String> lines = new ArrayList<>(original.lines().toList());
    for (int i = 0; i <= random.nextInt(3); i++) {
      int line = random.nextInt(lines.size());
      String text = lines.get(line);
      int place = random.nextInt(text.length() + 1);
      String token = TOKENS.get(random.nextInt(TOKENS.size()));
      switch (random.nextInt(6)) {
        case 0 -> lines.remove(line);
        case 1 -> lines.add(random.nextInt(lines.size()), text);
        case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
        case 3 -> lines.set(line, text.substring(0, place) + token + text.substring(place));
        case 4 -> lines.set(line, text.substring(0, place));
        default -> lines.set(line, text.replaceFirst("[\\w.]+", Matcher.quoteReplacement(token)));
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
