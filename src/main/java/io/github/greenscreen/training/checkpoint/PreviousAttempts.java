package io.github.greenscreen.training.checkpoint;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.checkpoint.Checkpoint;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.TimedPhase;
import io.github.greenscreen.training.energy.EnergyAccumulator;
import io.github.greenscreen.training.energy.EnergyTotals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of earlier processes on a run. Epochs trained after their last checkpoint are lost and
 * trained again; the time and energy spent on them still count.
 *
 * @param epochs number of epochs kept
 * @param seconds wall time by phase
 * @param spent totals of the power samples
 */
public record PreviousAttempts(int epochs, Map<String, Double> seconds, EnergyTotals spent) {
  public static final PreviousAttempts NONE = new PreviousAttempts(0, Map.of(), EnergyTotals.NONE);

  private static final Logger LOG = LoggerFactory.getLogger(PreviousAttempts.class);

  /** Number of samples before an interval that determine the power at its beginning. */
  private static final int SAMPLES_BEFORE = 20;

  public PreviousAttempts {
    seconds = Map.copyOf(seconds);
  }

  /** Tell whether this attempt is the first, or starts from scratch. */
  public boolean isNone() {
    return epochs == 0;
  }

  /**
   * Reset {@code folder} to the state of {@code checkpoint}: {@code logs.csv} loses the rows of
   * later epochs. Power samples are kept.
   */
  public static PreviousAttempts settle(RunFolder folder, Checkpoint checkpoint) {
    List<PowerSample> samples = power(folder);
    Lost lost = Lost.of(checkpoint, samples);
    double repeated = Math.max(lost.seconds(), droppedSeconds(folder, checkpoint.epochs()));
    Map<String, Double> seconds = new LinkedHashMap<>(checkpoint.seconds());
    if (repeated > 0) {
      seconds.merge(TimedPhase.REPEATED.configName(), repeated, Double::sum);
    }
    EnergyTotals spent = EnergyTotals.of(checkpoint.spent()).plus(lost.spent().asRepeated());
    folder.writeLogLines(checkpoint.logs());
    folder.checkpoints().rewrite(checkpoint.settled(seconds, spent.toMap(), samples.size()));
    return new PreviousAttempts(checkpoint.epochs(), seconds, spent);
  }

  private static List<PowerSample> power(RunFolder folder) {
    try {
      return folder.readPower();
    } catch (RunFolderException e) {
      LOG.warn("power samples of earlier attempts are lost: {}", e.getMessage());
      return List.of();
    }
  }

  private static double droppedSeconds(RunFolder folder, int epochs) {
    try {
      return folder.readEpochs().stream()
          .filter(EpochRow::isTraining)
          .filter(row -> Integer.parseInt(row.epoch()) >= epochs)
          .mapToDouble(EpochRow::epochSeconds)
          .filter(Double::isFinite)
          .sum();
    } catch (RunFolderException e) {
      LOG.warn("logs.csv is damaged ({}); restoring it from the checkpoint", e.getMessage());
      return 0;
    }
  }

  /**
   * Training after a checkpoint, which is lost.
   *
   * @param seconds its duration according to the samples
   * @param spent totals of its power samples
   */
  private record Lost(double seconds, EnergyTotals spent) {
    static Lost of(Checkpoint checkpoint, List<PowerSample> samples) {
      int known = checkpoint.powerSamples();
      if (samples.size() <= known) {
        return new Lost(0, EnergyTotals.NONE);
      }
      long first = samples.get(known).timeMillis();
      long from = checkpoint.untilMillis().orElse(first);
      long to = samples.get(samples.size() - 1).timeMillis();
      EnergyAccumulator account = new EnergyAccumulator();
      account.add(from, to);
      int before = checkpoint.untilMillis().isPresent() ? SAMPLES_BEFORE : 0;
      List<PowerSample> seen = samples.subList(Math.max(0, known - before), samples.size());
      EnergyTotals sum = account.sum(PowerTrace.of(seen)).counting(samples.size() - known, 0);
      return new Lost(sum.seconds(), sum);
    }
  }
}
