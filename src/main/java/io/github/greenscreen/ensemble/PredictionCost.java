package io.github.greenscreen.ensemble;

/**
 * What predictions cost.
 *
 * @param images number of images that were classified
 * @param seconds time for all of them
 * @param energyWh energy for all of them in watt-hours, NaN if it was not measured
 */
public record PredictionCost(int images, double seconds, double energyWh) {
  private static final double MANY = 1000;
  private static final double MILLIS_PER_SECOND = 1000;

  /** Return the cost of classifying the same images by both. */
  PredictionCost plus(PredictionCost other) {
    return new PredictionCost(images, seconds + other.seconds, energyWh + other.energyWh);
  }

  /** Return the milliseconds of 1,000 predictions. */
  public double millisPerThousand() {
    return seconds * MILLIS_PER_SECOND * MANY / images;
  }

  /** Return the watt-hours of 1,000 predictions, NaN if they were not measured. */
  public double energyWhPerThousand() {
    return energyWh * MANY / images;
  }
}
