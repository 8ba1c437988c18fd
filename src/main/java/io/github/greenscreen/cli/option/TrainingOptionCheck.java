package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.engine.EngineChoice;

/** Rejects options of commands that train, if another option leaves them without effect. */
public final class TrainingOptionCheck {
  private TrainingOptionCheck() {}

  /**
   * Check the options that {@code command} was given on its command line.
   *
   * @param meter the meters that the command uses
   * @param idle for how long it measures idle power
   */
  public static void of(BaseCommand command, MeterOptions meter, IdleOption idle) {
    convolutions(command);
    if (!meter.choice().isNone()) {
      return;
    }
    if (command.given("--meter-period")) {
      throw new UsageException("--meter-period: --meter none reads no meter; remove one of them");
    }
    if (command.given("--idle") && !idle.time().isZero()) {
      throw new UsageException(
          "--idle: --meter none measures no idle power; remove one of them, or pass --idle 0");
    }
  }

  /** Reject the format of convolutions on GPUs together with a device that is none. */
  public static void convolutions(BaseCommand command) {
    boolean chosen = command.given(EngineChoice.BECAUSE);
    if (command.given(EngineChoice.CONVOLUTIONS) && isCpu(command) && !chosen) {
      throw new UsageException(
          "%s applies to GPUs; remove it, or remove %s cpu"
              .formatted(EngineChoice.CONVOLUTIONS, EngineChoice.DEVICE));
    }
  }

  private static boolean isCpu(BaseCommand command) {
    return command.given(EngineChoice.DEVICE)
        && "cpu"
            .equals(
                command
                    .spec()
                    .commandLine()
                    .getParseResult()
                    .matchedOptionValue(EngineChoice.DEVICE, ""));
  }
}
