package io.github.greenscreen.run;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.checkpoint.CheckpointFolder;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.evaluation.LayerSparsity;
import io.github.greenscreen.run.format.ConfusionFile;
import io.github.greenscreen.run.format.LogsFile;
import io.github.greenscreen.run.format.ParametersFile;
import io.github.greenscreen.run.format.PowerFile;
import io.github.greenscreen.run.format.SparsityFile;
import io.github.greenscreen.run.format.StatusFile;
import io.github.greenscreen.run.io.LineFile;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.lock.LockOwner;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.network.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One run on disk: its plan, log, power samples, status and result. Only this package knows file
 * names, columns and number formats. Files are replaced atomically and logs grow by complete lines,
 * so that a reader never sees half a file and a killed run loses at most its current write. Every
 * method throws {@link RunFolderException} with a sentence for the user if a file is broken or the
 * disk refuses. Safe for several threads if each file has one writer.
 */
public final class RunFolder {
  static final String PARAMETERS = "parameters.yaml";
  static final String LOGS = "logs.csv";
  private static final String POWER = "power.csv";
  private static final String SPARSITY = "sparsity.csv";
  private static final String CONTACT_SHEET = "augmented.png";
  static final String STATUS = "status.yaml";
  private static final String STOP_REQUEST = "stop.request";
  static final String LOCK = "run.lock";

  private final Path path;
  private final String name;

  /** Use the run in {@code path}; nothing is read or created yet. */
  public RunFolder(Path path) {
    this.path = Objects.requireNonNull(path);
    Path last = path.toAbsolutePath().normalize().getFileName();
    this.name = last == null ? "" : last.toString();
  }

  /** Return the name of the folder, for instance {@code 017}. */
  public String name() {
    return name;
  }

  /** Return the path of the folder. */
  public Path path() {
    return path;
  }

  /**
   * Read everything except the power samples. A run that is said to be completed but whose log
   * lacks rows is incomplete.
   */
  public RunRecord read() {
    try {
      return readFiles();
    } catch (RunFolderException e) {
      throw new RunFolderException(
          "%s; repair it, or move the folder %s away".formatted(e.getMessage(), path), e);
    }
  }

  private RunRecord readFiles() {
    ParametersFile parameters = parameters();
    List<EpochRow> epochs = readEpochs();
    RunStatus status = readStatusIfAny().orElseGet(() -> assume(parameters, epochs));
    return new RunRecord(name(), plan(parameters), parameters.result(), epochs, status).checked();
  }

  /** Read the plan of the run. */
  public RunPlan readPlan() {
    return plan(parameters());
  }

  /**
   * Read the status of the run. A folder without {@code status.yaml} is one of the study: a
   * completed sweep run if it has a result or its log the last row, which suffices for the earliest
   * folders; an interrupted one if its log has other rows, else a waiting one.
   */
  public RunStatus readStatus() {
    return readStatusIfAny().orElseGet(() -> assume(parameters(), readEpochs()));
  }

  /**
   * Read the rows of {@code logs.csv}; an empty list if none exist yet. A log without a header is
   * broken, except in a folder of the study, which is never repaired.
   */
  public List<EpochRow> readEpochs() {
    return logs()
        .text()
        .filter(text -> !isOfStudy() || !LogsFile.isCutInHeader(text))
        .map(text -> LogsFile.parse(logs().path(), text))
        .orElse(List.of());
  }

  /** Read all power samples in the order they were written; an empty list if none exist. */
  public List<PowerSample> readPower() {
    return power().text().map(text -> PowerFile.parse(power().path(), text)).orElse(List.of());
  }

  /** Read the confusion matrix of {@code split}; empty if the run has not recorded one. */
  public Optional<ConfusionTable> readConfusion(EvaluatedSplit split) {
    LineFile file = confusion(split);
    return file.text().map(text -> ConfusionFile.parse(file.path(), text));
  }

  /** Replace the confusion matrix of {@code split}. */
  public void writeConfusion(EvaluatedSplit split, ConfusionTable table) {
    confusion(split).replace(ConfusionFile.format(table));
  }

  /** Replace the sparsities of the delivered network, if there are any. */
  public void writeSparsities(List<LayerSparsity> layers) {
    if (!layers.isEmpty()) {
      file(SPARSITY).replace(SparsityFile.format(layers));
    }
  }

  /** Replace {@code parameters.yaml} by the plan, without a result. */
  public void writePlan(RunPlan plan) {
    file(PARAMETERS).replace(ParametersFile.format(plan, Optional.empty()));
  }

  /** Replace {@code parameters.yaml} by the plan and the result. */
  public void writeResult(RunPlan plan, RunResult result) {
    file(PARAMETERS).replace(ParametersFile.format(plan, Optional.of(result)));
  }

  /**
   * Replace {@code status.yaml}. Names in {@code effective} get the suffix {@code _effective} if
   * they lack it.
   */
  public void writeStatus(RunStatus status) {
    file(STATUS).replace(StatusFile.format(status));
  }

  /** Append one row and force it to disk, so that a killed run loses at most the current epoch. */
  public void appendEpoch(EpochRow row) {
    logs().append(LogsFile.HEADER, LogsFile.format(row), true);
  }

  /**
   * Append a batch of samples. They are not forced to disk: a killed process loses none of them, a
   * power cut the last seconds.
   */
  public void appendPower(List<PowerSample> samples) {
    if (!samples.isEmpty()) {
      power().append(PowerFile.HEADER, PowerFile.format(samples), false);
    }
  }

  /** Replace the preview of augmented images by {@code png} and return its path. */
  public Path writeContactSheet(byte[] png) {
    return file(CONTACT_SHEET).replace(png);
  }

  /**
   * Request the end of the run after the current epoch, for the reason {@code reason}, which
   * becomes that of its state. A training that resumes from a checkpoint obeys it, too.
   */
  public void requestStop(String reason) {
    file(STOP_REQUEST).replace(reason + "\n");
  }

  /** Return the reason of a requested end after the current epoch, if there is a request. */
  public Optional<String> stopRequest() {
    return file(STOP_REQUEST).text().map(String::strip);
  }

  /** Delete the records of an earlier attempt, before training starts from scratch. */
  public void discardRecords() {
    logs().delete();
    power().delete();
    file(STOP_REQUEST).delete();
    file(SPARSITY).delete();
    for (EvaluatedSplit split : EvaluatedSplit.values()) {
      confusion(split).delete();
    }
  }

  /**
   * Become the only writer of this run until the lock is closed; readers need no lock.
   *
   * @throws LockedException if another process is the writer
   * @throws RunFolderException if the folder is a symbolic link, or cannot be written
   */
  public FolderLock lock() {
    if (Files.isSymbolicLink(path)) {
      throw new RunFolderException(
          path + " is a symbolic link; a run needs a real folder of its own");
    }
    return FolderLock.take(
        path.resolve(LOCK),
        "run %s (%s) is already running as ".formatted(name(), path),
        "wait for it, or train a new run");
  }

  /** Return the process that writes this run, if there is one that is not known to have ended. */
  public Optional<LockOwner> holder() {
    return FolderLock.holder(path.resolve(LOCK));
  }

  /** Return the file for all output of the run's process. */
  public Path outputLog() {
    return path.resolve("output.log");
  }

  /** Return the folder of the trained network; it need not exist. */
  public ModelFolder model() {
    return new ModelFolder(path.resolve("model"));
  }

  /** Return the checkpoints, from which an interrupted run resumes. */
  public CheckpointFolder checkpoints() {
    return new CheckpointFolder(path.resolve("checkpoint"));
  }

  /** Return the log for its only writer, which continues after {@code lines}, the header first. */
  public EpochLog log(List<String> lines) {
    return new EpochLog(logs(), lines);
  }

  /** Return the clean-up of this folder. */
  public RunFolderCleanup repair() {
    return new RunFolderCleanup(path);
  }

  /** Return the complete lines of {@code logs.csv}, the header first. */
  public List<String> readLogLines() {
    String text = logs().text().orElse("");
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** Replace {@code logs.csv} by {@code lines}, the header first. */
  public void writeLogLines(List<String> lines) {
    logs().replace(lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  /** Tell whether another process has just created the folder and has not written into it yet. */
  boolean isUninitialized() {
    return !Files.exists(path.resolve(PARAMETERS))
        && !Files.exists(path.resolve(STATUS))
        && !Files.exists(path.resolve(LOGS));
  }

  private Optional<RunStatus> readStatusIfAny() {
    LineFile file = file(STATUS);
    return file.text().map(text -> StatusFile.parse(file.path(), text));
  }

  /** Tell whether this is a folder of the study, which has no status. */
  private boolean isOfStudy() {
    return !Files.exists(path.resolve(STATUS));
  }

  /** Return the plan; only folders of the study may lack a seed. */
  private RunPlan plan(ParametersFile parameters) {
    return parameters.plan(!isOfStudy());
  }

  private ParametersFile parameters() {
    LineFile file = file(PARAMETERS);
    String text =
        file.text()
            .orElseThrow(
                () ->
                    new RunFolderException(path + " is not a run folder: it has no " + PARAMETERS));
    return ParametersFile.parse(file.path(), text);
  }

  private static RunStatus assume(ParametersFile parameters, List<EpochRow> epochs) {
    RunStatus status = RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty());
    if (parameters.result().isPresent() || RunRecord.hasEnded(epochs)) {
      return status.with(RunState.COMPLETED, "");
    }
    return epochs.isEmpty()
        ? status
        : status.with(RunState.INTERRUPTED, "it has logs, but no status and no result");
  }

  private LineFile confusion(EvaluatedSplit split) {
    return file("confusion_" + split.configName() + ".csv");
  }

  private LineFile logs() {
    return file(LOGS);
  }

  private LineFile power() {
    return file(POWER);
  }

  private LineFile file(String name) {
    return new LineFile(path.resolve(name));
  }
}
