package io.github.greenscreen.cli.option;

import io.github.greenscreen.analysis.race.RaceRules;
import io.github.greenscreen.cli.converter.FractionConverter;
import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.summary.SummaryWriter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Options for a race of final runs. */
public final class RaceOptions {
  /** The option for the number of configurations. */
  public static final String RACE = "--race";

  private static final String SEEDS = "--race-seeds";
  private static final String MARGIN = "--race-margin";

  @Option(
      names = RACE,
      paramLabel = "K",
      order = 1,
      converter = PositiveIntConverter.class,
      description =
          "Train the K best configurations, 2 to 10, with one new seed after another until one is"
              + " better by the objective of 'greenscreen analyze' with a confidence of 95 %%, or"
              + " they are tied. If repeated, it continues.")
  private Integer configurations;

  @Option(
      names = SEEDS,
      paramLabel = "N",
      order = 2,
      defaultValue = "10",
      converter = PositiveIntConverter.class,
      description = "End the race after N seeds for each configuration (default: 10).")
  private int seeds;

  @Option(
      names = MARGIN,
      paramLabel = "SHARE",
      order = 3,
      converter = FractionConverter.class,
      description =
          "End the race as tied if the differences are shown to be below SHARE: of accuracy, such"
              + " as 0.5%% for half a point, or else of the best mean (default: only N ends it).")
  private Double margin;

  /** Return the number of configurations in the race; empty for no race. */
  public OptionalInt configurations() {
    return configurations == null ? OptionalInt.empty() : OptionalInt.of(configurations);
  }

  /** Return the most seeds for each configuration. */
  public int seeds() {
    return seeds;
  }

  /** Return the margin as a share; empty for none. */
  public OptionalDouble margin() {
    return margin == null ? OptionalDouble.empty() : OptionalDouble.of(margin);
  }

  /** Reject values that make no race, and options of {@code command} without effect. */
  public void check(BaseCommand command) {
    if (configurations == null) {
      command.given(List.of(SEEDS, MARGIN)).stream()
          .findFirst()
          .ifPresent(
              option -> {
                throw new UsageException(option + " applies to --race only; add --race K");
              });
      return;
    }
    if (command.given("--top")) {
      throw new UsageException(
          "--race trains each configuration with several seeds, and --top with one; remove one of"
              + " them");
    }
    if (configurations < 2 || configurations > SummaryWriter.MOST) {
      throw new UsageException(
          "--race: found %d, expected a whole number from 2 to %d"
              .formatted(configurations, SummaryWriter.MOST));
    }
    int fewest = RaceRules.fewestSeeds(configurations);
    if (seeds < fewest) {
      throw new UsageException(
          "--race-seeds: found %d, but no results of so few seeds could decide between %d configurations; pass %d or more"
              .formatted(seeds, configurations, fewest));
    }
    if (margin != null && margin == 0) {
      throw new UsageException("--race-margin: found 0, expected a share above 0 such as 0.5%");
    }
  }
}
