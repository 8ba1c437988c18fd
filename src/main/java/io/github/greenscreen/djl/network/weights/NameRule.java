package io.github.greenscreen.djl.network.weights;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates names of a file to those of a network.
 *
 * @param names the names that it translates
 * @param replacement the translation, with references to groups of {@code names}
 * @param part number of the part of the network's array, from 0
 * @param parts number of its parts
 */
record NameRule(Pattern names, String replacement, int part, int parts) {

  /** Translate the array {@code from}. */
  static NameRule array(String from, String to) {
    return new NameRule(Pattern.compile(from), to, 0, 1);
  }

  /** Translate all arrays of the module {@code from}, whose last names are kept. */
  static NameRule module(String from, String to) {
    return array("(?:" + from + ")\\.(?<last>\\w+)", to + ".${last}");
  }

  /** Return this rule for the {@code part} of {@code parts} of an array. */
  NameRule part(int part, int parts) {
    return new NameRule(names, replacement, part, parts);
  }

  /** Return the place of the array {@code name}, if this rule translates it. */
  Optional<ArrayPart> part(String name) {
    Matcher matcher = names.matcher(name);
    return matcher.matches()
        ? Optional.of(new ArrayPart(matcher.replaceFirst(replacement), part, parts))
        : Optional.empty();
  }
}
