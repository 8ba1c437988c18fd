package io.github.greenscreen.cli.support;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Loads the runs of a folder for an analysis. */
public final class RunLoader {
  /** Maximum number of runs that are listed with their reasons. */
  private static final int SOME = 3;

  private RunLoader() {}

  /** Read all runs in {@code folder}; reject a folder without runs. */
  public static List<RunRecord> records(Path folder) {
    return records(folder, "with --runs");
  }

  /**
   * Read all runs in {@code folder}; {@code how} names the option for the folder in error messages.
   */
  public static List<RunRecord> records(Path folder, String how) {
    List<RunRecord> records = new RunStore(folder).readAll();
    if (records.isEmpty()) {
      String found = Files.isDirectory(folder) ? "no runs in it" : "no such folder";
      throw new UsageException(
          folder
              + ": "
              + found
              + "; specify a folder with runs "
              + how
              + ", or create runs with 'greenscreen sweep'");
    }
    return records;
  }

  /**
   * Read all runs in {@code folder} and represent broken ones as failed runs whose reason is the
   * error; reject a folder without runs.
   */
  public static List<RunRecord> readable(Path folder) {
    List<RunRecord> records = readable(new RunStore(folder));
    return records.isEmpty() ? records(folder) : records;
  }

  /**
   * Read all runs in {@code store} and represent broken ones as failed runs; return an empty list
   * if there are none.
   */
  public static List<RunRecord> readable(RunStore store) {
    List<RunRecord> unreadable = new ArrayList<>();
    List<RunRecord> runs = store.readAll((run, fault) -> unreadable.add(unreadable(run, fault)));
    return joined(runs, unreadable);
  }

  /**
   * Read all runs in {@code folder} and represent broken ones as failed runs; reject a folder in
   * which all are broken.
   */
  public static List<RunRecord> someReadable(Path folder) {
    List<RunRecord> unreadable = new ArrayList<>();
    List<RunRecord> runs =
        new RunStore(folder).readAll((run, fault) -> unreadable.add(unreadable(run, fault)));
    return runs.isEmpty() ? records(folder) : joined(runs, unreadable);
  }

  /** Read {@code run}; a broken one is a failed run whose reason is the error. */
  public static RunRecord read(RunFolder run) {
    try {
      return run.read();
    } catch (RunFolderException e) {
      return unreadable(run, e);
    }
  }

  private static List<RunRecord> joined(List<RunRecord> runs, List<RunRecord> unreadable) {
    List<RunRecord> all = new ArrayList<>(runs);
    all.addAll(unreadable);
    all.sort(Comparator.comparingInt(run -> Integer.parseInt(run.name())));
    return all;
  }

  private static RunRecord unreadable(RunFolder run, RunFolderException fault) {
    RunPlan nothing =
        new RunPlan(Configuration.of(Map.of()), OptionalLong.empty(), OptionalInt.empty(), "");
    RunStatus unknown = RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty());
    return new RunRecord(
        run.name(),
        unlessBroken(run::readPlan, nothing),
        Optional.empty(),
        List.of(),
        unlessBroken(run::readStatus, unknown).with(RunState.FAILED, fault.getMessage()));
  }

  private static <T> T unlessBroken(Supplier<T> reading, T otherwise) {
    try {
      return reading.get();
    } catch (RunFolderException e) {
      return otherwise;
    }
  }

  /** Read the intact runs in {@code folder}; reject a folder without any. */
  public static List<RunRecord> whole(Path folder) {
    List<RunRecord> records = new RunStore(folder).readAll((run, fault) -> {});
    return records.isEmpty() ? records(folder) : records;
  }

  /** Reject an analysis without runs. */
  public static void refuseNothing(Path folder, List<RunRecord> records, AnalysisResult result) {
    nothing(folder, records, result)
        .ifPresent(
            reason -> {
              throw new UsageException(reason);
            });
  }

  /** Return why an analysis has no runs; empty if it has some. */
  public static Optional<String> nothing(
      Path folder, List<RunRecord> records, AnalysisResult result) {
    if (!result.runs().isEmpty()) {
      return Optional.empty();
    }
    List<String> reasons = result.excluded().stream().limit(SOME).toList();
    int more = result.excluded().size() - reasons.size();
    return Optional.of(
        "%s: %s can be analysed (%s%s); a baseline or sweep run must complete first"
            .formatted(
                folder,
                records.size() == 1 ? "no run" : "none of the " + records.size() + " runs",
                String.join("; ", reasons),
                more > 0 ? "; and " + more + " more" : ""));
  }
}
