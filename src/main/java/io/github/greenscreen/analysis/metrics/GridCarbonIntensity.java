package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.space.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The carbon intensities of electricity grids: yearly means over all power stations, for their
 * whole life cycle including fuel and construction. The data are from Ember, processed by Our World
 * in Data ("Carbon intensity of electricity generation"), under CC BY 4.0, for the newest year
 * available per country. Constants are named by their two-letter ISO 3166-1 codes.
 */
public enum GridCarbonIntensity {
  /** The world mean. */
  WORLD("World", 458, 2025),
  /** The 27 members of the European Union. */
  EU("EU-27", 210, 2025),
  /** Austria. */
  AT("Austria", 103, 2024),
  /** Australia. */
  AU("Australia", 552, 2024),
  /** Canada. */
  CA("Canada", 175, 2024),
  /** Switzerland. */
  CH("Switzerland", 37, 2024),
  /** China. */
  CN("China", 525, 2025),
  /** Germany. */
  DE("Germany", 336, 2024),
  /** Denmark. */
  DK("Denmark", 114, 2025),
  /** Finland. */
  FI("Finland", 57, 2025),
  /** France. */
  FR("France", 44, 2024),
  /** The United Kingdom. */
  GB("United Kingdom", 211, 2024),
  /** Ireland. */
  IE("Ireland", 257, 2025),
  /** India. */
  IN("India", 708, 2024),
  /** Japan. */
  JP("Japan", 482, 2024),
  /** The Netherlands. */
  NL("Netherlands", 253, 2024),
  /** Norway. */
  NO("Norway", 28, 2025),
  /** Poland. */
  PL("Poland", 615, 2024),
  /** Sweden. */
  SE("Sweden", 35, 2025),
  /** The United States. */
  US("United States", 384, 2025);

  /** Source of the data; its licence requires the attribution. */
  public static final String SOURCE = "Ember / Our World in Data, CC BY 4.0";

  private final String place;
  private final int gramsPerKwh;
  private final int year;

  GridCarbonIntensity(String place, int gramsPerKwh, int year) {
    this.place = place;
    this.gramsPerKwh = gramsPerKwh;
    this.year = year;
  }

  /** Return the English name of the country or region. */
  public String place() {
    return place;
  }

  /** Return the life-cycle emissions in grams of CO2 equivalent per kilowatt-hour. */
  public int gramsPerKwh() {
    return gramsPerKwh;
  }

  /** Return the year of the data. */
  public int year() {
    return year;
  }

  /**
   * Return the grid named by {@code text}: an ISO 3166-1 code of two or three letters, or the
   * English name, in any case. {@code UK} and {@code EU27} are accepted as well.
   */
  public static Optional<GridCarbonIntensity> find(String text) {
    String word = text.strip();
    return Arrays.stream(values())
        .filter(grid -> grid.names().anyMatch(name -> name.equalsIgnoreCase(word)))
        .findFirst();
  }

  /** Return the codes of all grids, the world first. */
  public static String codes() {
    return Arrays.stream(values()).map(GridCarbonIntensity::name).collect(Collectors.joining(", "));
  }

  /**
   * Return a hint such as {@code (did you mean "Germany"?)}, with a leading space, if {@code text}
   * may be a misspelled name of the table; otherwise an empty string. Any two-letter codes are
   * similar, so only names are compared.
   */
  public static String hint(String text) {
    List<String> names =
        Arrays.stream(values())
            .flatMap(GridCarbonIntensity::names)
            .filter(name -> name.length() > 3)
            .toList();
    return DidYouMean.hint(text.strip(), names);
  }

  /**
   * Return the English name of the country with this code or name, whether or not the table has it.
   */
  public static Optional<String> country(String text) {
    String word = text.strip();
    return Arrays.stream(Locale.getISOCountries())
        .filter(
            code ->
                code.equalsIgnoreCase(word)
                    || iso3(code).filter(word::equalsIgnoreCase).isPresent()
                    || english(code).equalsIgnoreCase(word))
        .map(GridCarbonIntensity::english)
        .findFirst();
  }

  private Stream<String> names() {
    return Stream.of(Stream.of(name(), place), aliases(), iso3().stream()).flatMap(each -> each);
  }

  private Stream<String> aliases() {
    return switch (this) {
      case EU -> Stream.of("EU27", "European Union");
      case GB -> Stream.of("UK", "Great Britain");
      case US -> Stream.of("United States of America");
      default -> Stream.empty();
    };
  }

  private Optional<String> iso3() {
    return name().length() == 2 ? iso3(name()) : Optional.empty();
  }

  private static Optional<String> iso3(String code) {
    try {
      String three = new Locale("", code).getISO3Country();
      return three.isEmpty() ? Optional.empty() : Optional.of(three);
    } catch (MissingResourceException e) {
      return Optional.empty();
    }
  }

  private static String english(String code) {
    return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }
}
