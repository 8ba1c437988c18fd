package io.github.greenscreen.cli.train;

import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.Patience;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.OptionalInt;

/**
 * Trains a configuration twice: first with patience, to find the epoch with the lowest validation
 * loss, then on training and validation images together, for 1.2 times as many epochs. If this is
 * repeated, a completed run is not trained again.
 */
final class BestEpochTraining {
  private static final String PARTITIONING = "partitioning";
  private static final double MORE_EPOCHS = 1.2;

  private final FinalRunTrainer training;
  private final RunPlan plan;
  private final int patience;

  /** Train {@code plan} with {@code training}, first with {@code patience}. */
  BestEpochTraining(FinalRunTrainer training, RunPlan plan, int patience) {
    this.training = training;
    this.plan = plan;
    this.patience = patience;
    ExecutionMode internal = Hyperparameters.of(plan.configuration()).internal();
    if (internal.quantizes()) {
      throw new UsageException(
          "--best-epoch: internal %s quantises in the last planned epoch, which a training that patience ends does not reach; remove --best-epoch"
              .formatted(internal.configName()));
    }
  }

  /** Train both runs, and return the {@link ExitCode} of the last one that was trained. */
  int train() {
    int code = trainBoth();
    if (code == ExitCode.INTERRUPTED) {
      training.say("repeat the command to go on");
    }
    return code;
  }

  private int trainBoth() {
    RunPlan patient = with(plan, Patience.PARAMETER, Integer.toString(patience), plan.epochs());
    int code = training.train("finding the best epoch, with patience " + patience, patient);
    if (code != ExitCode.DONE) {
      return code;
    }
    RunRecord found = training.find(patient).orElseThrow();
    OptionalInt best = Patience.bestEpoch(found.epochs());
    if (best.isEmpty()) {
      training.say(
          "run %s has no validation loss that is a number, hence no best epoch"
              .formatted(found.name()));
      return ExitCode.FAILURE;
    }
    int epochs = (int) Math.round(MORE_EPOCHS * best.getAsInt());
    training.say(
        "run %s: the lowest validation loss was in epoch %d of %d"
            .formatted(found.name(), best.getAsInt(), trained(found)));
    return training.train(
        "training on training and validation images for " + count(epochs), joined(epochs));
  }

  private RunPlan joined(int epochs) {
    String shares =
        plan.configuration()
            .find(PARTITIONING)
            .orElseGet(() -> HyperparameterRegistry.defaultValue(PARTITIONING));
    String joined = Partition.parse(shares).orElseThrow().joined().configName();
    RunPlan whole =
        plan.configuration().find(Patience.PARAMETER).isPresent()
            ? with(plan, Patience.PARAMETER, HyperparameterRegistry.NONE, plan.epochs())
            : plan;
    return with(whole, PARTITIONING, joined, OptionalInt.of(epochs));
  }

  private static RunPlan with(RunPlan plan, String name, String value, OptionalInt epochs) {
    Configuration changed = plan.configuration().with(name, value);
    return new RunPlan(changed, plan.seed(), epochs, plan.dataset());
  }

  private static long trained(RunRecord run) {
    return run.epochs().stream().filter(row -> row.isTraining()).count();
  }

  private static String count(int epochs) {
    return epochs + (epochs == 1 ? " epoch" : " epochs");
  }
}
