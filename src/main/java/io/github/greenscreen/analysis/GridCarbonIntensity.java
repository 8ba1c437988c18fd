package io.github.greenscreen.analysis;

import io.github.greenscreen.space.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Electricity grids and how much greenhouse gas a kilowatt-hour out of them stands for: yearly
 * means over all power stations and their whole life, fuel and construction included. The numbers
 * are those of Ember, processed by Our World in Data ("Carbon intensity of electricity
 * generation"), under CC BY 4.0; the newest year that was there for each place. Constants carry the
 * two letters of ISO 3166-1.
 */
public enum GridCarbonIntensity {
  /** The mean of the world. */
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

  /** Who made the numbers, and the licence that asks for being named. */
  public static final String SOURCE = "Ember / Our World in Data, CC BY 4.0";

  private final String place;
  private final int gramsPerKwh;
  private final int year;

  GridCarbonIntensity(String place, int gramsPerKwh, int year) {
    this.place = place;
    this.gramsPerKwh = gramsPerKwh;
    this.year = year;
  }

  /** Return the name of the place in English. */
  public String place() {
    return place;
  }

  /** Return grams of CO2 equivalent per kilowatt-hour over the whole life of the power stations. */
  public int gramsPerKwh() {
    return gramsPerKwh;
  }

  /** Return the year of which the number is the mean. */
  public int year() {
    return year;
  }

  /**
   * Return the grid that {@code text} names: an ISO 3166-1 code of two or three letters or the name
   * of the place, in any case. {@code UK} and {@code EU27} are understood as well.
   */
  public static Optional<GridCarbonIntensity> find(String text) {
    String word = text.strip();
    return Arrays.stream(values())
        .filter(grid -> grid.names().anyMatch(name -> name.equalsIgnoreCase(word)))
        .findFirst();
  }

  /** Return the codes of all places, the world first. */
  public static String codes() {
    return Arrays.stream(values()).map(GridCarbonIntensity::name).collect(Collectors.joining(", "));
  }

  /**
   * Return the place of the table that {@code text} may be a misspelling of, as {@code (did you
   * mean "Germany"?)} with a leading blank, or nothing. Two letters are near to every other two, so
   * only names are compared.
   */
  public static String hint(String text) {
    List<String> names =
        Arrays.stream(values())
            .flatMap(GridCarbonIntensity::names)
            .filter(name -> name.length() > 3)
            .toList();
    return DidYouMean.hint(text.strip(), names);
  }

  /** Return the English name of the country with this code or name, in the table or not. */
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
