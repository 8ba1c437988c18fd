package io.github.greenscreen.report;

import io.github.greenscreen.analysis.Regression;

/**
 * How the response of a regression is called.
 *
 * @param noun its name in a sentence
 * @param unit its unit
 */
record Response(String noun, String unit) {
  static Response of(Regression regression) {
    return switch (regression.response()) {
      case "energy_Wh" -> new Response("energy", "Wh");
      case "power_W" -> new Response("mean power", "W");
      case "seconds" -> new Response("time", "s");
      default -> new Response(regression.response(), "");
    };
  }

  /** Return the name with a capital letter and its unit, for instance {@code Energy (Wh)}. */
  String heading() {
    String name = Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }
}
