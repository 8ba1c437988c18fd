package io.github.greenscreen.cli.model;

import io.github.greenscreen.cli.option.SaveModelsOption;
import io.github.greenscreen.cli.report.RunsShowCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import java.nio.file.Path;
import java.util.Optional;

/** The trained network of a run. */
final class RunNetwork {
  private final Path runs;
  private final RunFolder folder;
  private final RunRecord record;

  private RunNetwork(Path runs, RunFolder folder) {
    this.runs = runs;
    this.folder = folder;
    record = folder.read();
  }

  /**
   * Return the network of run {@code name} in {@code runs}.
   *
   * @throws UsageException if there is no such run, or it has none
   */
  static RunNetwork find(Path runs, String name) {
    RunFolder folder =
        new RunStore(runs)
            .find(name)
            .orElseThrow(() -> new UsageException(RunsShowCommand.absent(name, runs)));
    RunNetwork network = new RunNetwork(runs, folder);
    if (!network.folder().exists()) {
      throw new UsageException(network.absence());
    }
    return network;
  }

  /** Return the name of the run. */
  String run() {
    return folder.name();
  }

  /** Return the plan of the run. */
  RunPlan plan() {
    return record.plan();
  }

  /** Return the status of the run. */
  RunStatus status() {
    return record.status();
  }

  /** Return the confusion matrix of the network on {@code split}, if the run has it. */
  Optional<ConfusionTable> confusion(EvaluatedSplit split) {
    return folder.readConfusion(split);
  }

  /** Return the folder that holds the network. */
  ModelFolder folder() {
    return folder.model();
  }

  /** Return the name of the architecture. */
  String model() {
    return record.plan().configuration().get("model");
  }

  /** Return whether the run delivers a quantised network. */
  boolean isQuantized() {
    return internal().filter(ExecutionMode::quantizes).isPresent();
  }

  /** Return the name of the execution mode. */
  String mode() {
    return internal().map(ExecutionMode::configName).orElse("");
  }

  private Optional<ExecutionMode> internal() {
    return record
        .plan()
        .configuration()
        .find("internal")
        .flatMap(text -> ConfigChoice.find(ExecutionMode.class, text));
  }

  /** Reject a run whose quantised network is missing. */
  void requireQuantized() {
    if (isQuantized() && folder().findQuantized().isEmpty()) {
      throw new UsageException(
          "run %s delivers a quantised network, but %s is missing; %s"
              .formatted(run(), folder().quantized(), retrain()));
    }
  }

  private String absence() {
    RunStatus status = record.status();
    if (status.state() != RunState.COMPLETED) {
      return "run %s has no trained network: it is %s, and a run saves its network when it completes"
          .formatted(run(), status.state().configName());
    }
    return "run %s has no trained network%s; %s".formatted(run(), reason(status), retrain());
  }

  private String reason(RunStatus status) {
    ModelSaving saving = status.saving().orElse(ModelSaving.ALL);
    boolean searched =
        status.purpose() == RunPurpose.SWEEP || status.purpose() == RunPurpose.BASELINE;
    if (saving == ModelSaving.NONE) {
      return ", because of %s none".formatted(SaveModelsOption.NAME);
    }
    return saving == ModelSaving.BEST && searched
        ? ", because another run of its sweep is better (%s best)".formatted(SaveModelsOption.NAME)
        : ": %s is missing".formatted(folder().network());
  }

  private String retrain() {
    return "train it again with: greenscreen train --from %s --runs %s".formatted(run(), runs);
  }
}
