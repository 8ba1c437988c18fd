package io.github.greenscreen.analysis.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.Golden;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Simulates races, from a fixed seed, and compares the rates with a golden file, whose numbers the
 * documentation quotes. The deviation of a difference of two configurations is 1 with {@link
 * Noise#NORMAL}.
 */
class RaceSimulationTest {
  private static final int RACES = 4000;

  /** Races of ten configurations, which have many pairs. */
  private static final int LARGE_RACES = 1000;

  private static final double HIGHEST = 0.05;

  /** The distribution of a result around the mean of its configuration. */
  private enum Noise {
    NORMAL,
    /** An exponential tail towards low values. */
    SKEWED,
    /** Student's t with two degrees of freedom, which has no variance. */
    HEAVY_TAILED,
    /** One run in ten fails badly. */
    OUTLIERS,
    /** Few different values, as with a small validation split. */
    COARSE;

    double draw(Random random) {
      return switch (this) {
        case NORMAL -> random.nextGaussian() / Math.sqrt(2);
        case SKEWED -> Math.log(1 - random.nextDouble());
        case HEAVY_TAILED -> random.nextGaussian() / Math.sqrt(-Math.log(1 - random.nextDouble()));
        case OUTLIERS -> random.nextGaussian() - (random.nextInt(10) == 0 ? 30 : 0);
        case COARSE -> Math.rint(random.nextGaussian());
      };
    }
  }

  /**
   * The results of many races.
   *
   * @param wrong share in which one won that is not the only best one
   * @param removed share in which the last one, which is a best one, was eliminated
   * @param right share in which the only best one won
   * @param seeds mean number of rounds
   */
  private record Rates(double wrong, double removed, double right, double seeds) {}

  @Test
  void race_equalConfigurations_seldomHasAWinner() {
    StringBuilder text =
        new StringBuilder("configurations, noise, winner, one given one removed\n");
    for (int configurations : new int[] {2, 3, 5, 10}) {
      for (Noise noise : Noise.values()) {
        Rates rates = simulate(new double[configurations], noise, 30);
        assertThat(rates.wrong()).as(configurations + " " + noise).isLessThan(HIGHEST);
        assertThat(rates.removed()).as(configurations + " " + noise).isLessThan(HIGHEST);
        text.append(
            String.format(
                Locale.ROOT,
                "%d, %s, %.4f, %.4f\n",
                configurations,
                noise,
                rates.wrong(),
                rates.removed()));
      }
    }
    Golden.check(getClass(), "error-rates.txt", text.toString());
  }

  @Test
  void race_oneBestConfiguration_isMostlyFound() {
    StringBuilder text =
        new StringBuilder("configurations, difference, most seeds, found, removed, mean seeds\n");
    for (int configurations : new int[] {2, 3, 5}) {
      for (double difference : new double[] {0.5, 1, 1.5, 2, 3}) {
        for (int seeds : new int[] {10, 20}) {
          double[] means = new double[configurations];
          means[configurations - 1] = difference;
          Rates rates = simulate(means, Noise.NORMAL, seeds);
          assertThat(rates.removed()).isLessThan(HIGHEST);
          text.append(
              String.format(
                  Locale.ROOT,
                  "%d, %.1f, %d, %.3f, %.4f, %.1f\n",
                  configurations,
                  difference,
                  seeds,
                  rates.right(),
                  rates.removed(),
                  rates.seeds()));
        }
      }
    }
    Golden.check(getClass(), "power.txt", text.toString());
  }

  /** The rates and mean numbers of rounds are those of 20,000 races in {@code reference.R}. */
  @ParameterizedTest
  @CsvSource({
    "2, 0, 30, 0.0129, 29.55",
    "2, 1, 10, 0.4032, 8.98",
    "2, 2, 10, 0.9760, 6.39",
    "3, 1.5, 10, 0.5231, 9.14",
    "5, 1.5, 20, 0.9606, 13.50"
  })
  void race_simulatedInR_hasTheSameRates(
      int configurations, double difference, int seeds, double found, double rounds) {
    double[] means = new double[configurations];
    means[configurations - 1] = difference;

    Rates rates = simulate(means, Noise.NORMAL, seeds);

    double won = difference == 0 ? rates.wrong() / configurations : rates.right();
    assertThat(won).isCloseTo(found, within(0.025));
    assertThat(rates.seeds()).isCloseTo(rounds, within(0.15));
  }

  /** Two equally good configurations, and worse ones: none of the two may win. */
  @Test
  void race_twoBestConfigurations_seldomHasAWinner() {
    Rates rates = simulate(new double[] {0, -1, -2, -3, 0}, Noise.NORMAL, 30);

    assertThat(rates.wrong()).isLessThan(HIGHEST);
  }

  private static Rates simulate(double[] means, Noise noise, int seeds) {
    Random random = new Random(1);
    int races = means.length < 10 ? RACES : LARGE_RACES;
    int wrong = 0;
    int removed = 0;
    int right = 0;
    long rounds = 0;
    for (int i = 0; i < races; i++) {
      Race race = new Race(means.length, new RaceRules(true, seeds, OptionalDouble.empty(), false));
      run(race, means, noise, random);
      rounds += race.rounds();
      removed += race.remaining().contains(means.length - 1) ? 0 : 1;
      if (race.verdict() == RaceVerdict.BETTER) {
        boolean isBest = isOnlyBest(means, race.remaining().get(0));
        right += isBest ? 1 : 0;
        wrong += isBest ? 0 : 1;
      }
    }
    return new Rates(
        (double) wrong / races,
        (double) removed / races,
        (double) right / races,
        (double) rounds / races);
  }

  private static void run(Race race, double[] means, Noise noise, Random random) {
    while (!race.isOver()) {
      double shared = 5 * random.nextGaussian();
      for (int each : race.remaining()) {
        race.add(each, shared + means[each] + noise.draw(random));
      }
      race.endRound();
    }
  }

  private static boolean isOnlyBest(double[] means, int winner) {
    for (int i = 0; i < means.length; i++) {
      if (i != winner && means[i] >= means[winner]) {
        return false;
      }
    }
    return true;
  }
}
