package io.github.greenscreen.training.limit;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.RunLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Enforces all limits of a run between two steps, and stop requests between two epochs. The sampler
 * thread delivers readings; everything else runs on the training thread.
 */
public final class RunLimitMonitor implements TrainingGuard {
  private static final String POWER = "power_W";
  private static final String ENERGY = "energy_Wh";
  private static final String MEMORY = "gpu_memory_MiB";
  private static final String EPOCH_SECONDS = "epoch_seconds";

  private final RunFolder folder;
  private final List<PowerLimit> powers = new ArrayList<>();
  private final EnergyLimit energy;
  private final MemoryLimit memory;
  private final TimeLimit time;
  private final EpochLimit epochs;
  private final ProfilingLimit profile;

  /**
   * Enforce {@code limits}; the time starts now.
   *
   * @param folder folder that may hold a stop request
   * @param spentWh energy of earlier attempts
   */
  public RunLimitMonitor(RunFolder folder, RunLimits limits, double spentWh) {
    this.folder = folder;
    limits.maxPowerW().ifPresent(most -> powers.add(new PowerLimit(most, "--max-power")));
    limits.most(POWER).ifPresent(most -> powers.add(new PowerLimit(most, "constraint " + POWER)));
    OptionalDouble mostEnergy = limits.most(ENERGY);
    this.energy = new EnergyLimit(mostEnergy.orElse(Double.POSITIVE_INFINITY), spentWh);
    this.memory = new MemoryLimit(limits.most(MEMORY).orElse(Double.POSITIVE_INFINITY));
    this.time = new TimeLimit(limits.maxSeconds());
    this.epochs = new EpochLimit(limits.most(EPOCH_SECONDS).orElse(Double.POSITIVE_INFINITY));
    this.profile = new ProfilingLimit(limits.profileSeconds().orElse(Double.POSITIVE_INFINITY));
  }

  /** Process all readings of all devices since the last call. */
  public void observe(List<PowerSample> samples) {
    ReadingRounds.of(samples).forEach(this::observeRound);
  }

  private void observeRound(List<PowerSample> samples) {
    powers.forEach(power -> power.observe(samples));
    energy.observe(samples);
    memory.observe(samples);
    profile.observe(samples);
  }

  @Override
  public void trainingBegins() {
    energy.begin();
    epochs.begin();
    profile.begin();
  }

  @Override
  public void stepEnded() {
    powers.forEach(PowerLimit::check);
    energy.check();
    memory.check();
    time.check();
    epochs.check();
    profile.check();
  }

  @Override
  public void epochEnded(double seconds) {
    epochs.epochEnded(seconds);
  }

  @Override
  public void epochFollows() {
    folder
        .stopRequest()
        .ifPresent(
            reason -> {
              throw new LimitExceededException(reason);
            });
    stepEnded();
  }
}
