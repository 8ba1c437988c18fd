package io.github.greenscreen.report;

import io.github.greenscreen.analysis.Regression;
import io.github.greenscreen.analysis.SourceMark;

/**
 * How the response of a regression is called.
 *
 * @param noun its name in a sentence
 * @param unit its unit
 * @param isOfPower whether it comes from a power meter
 */
record Response(String noun, String unit, boolean isOfPower) {
  static Response of(Regression regression) {
    return switch (regression.response()) {
      case "energy_Wh" -> new Response("energy", "Wh", true);
      case "power_W" -> new Response("mean power", "W", true);
      case "seconds" -> new Response("time", "s", false);
      default -> new Response(regression.response(), "", false);
    };
  }

  /** Tell whether the report has a section for {@code regression}. */
  static boolean isTold(Regression regression) {
    return !of(regression).unit().isEmpty();
  }

  /**
   * Return the name with a capital letter, its unit and what must stand beside it, for instance
   * {@code Energy (Wh)} or {@code Energy (Wh, estimated)}.
   */
  String heading(String mark) {
    String name = Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    return SourceMark.beside(name, unit.isEmpty() ? mark : SourceMark.with(unit, mark));
  }
}
