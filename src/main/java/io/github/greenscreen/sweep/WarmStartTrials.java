package io.github.greenscreen.sweep;

import io.github.greenscreen.analysis.metrics.TrialFactory;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts earlier runs into trials of a sweep. If the folder of such a run is older than a
 * parameter, the parameter takes its constant in the space; if the space has a single seed, runs
 * with other seeds take it.
 */
public final class WarmStartTrials {
  private static final String SEED = "seed";
  private static final String EPOCHS = "epochs";

  private final Path folder;
  private final SearchSpace space;

  /** Find runs by name in {@code folder}, and convert them to trials of {@code space}. */
  public WarmStartTrials(Path folder, SearchSpace space) {
    this.folder = folder;
    this.space = space;
  }

  /**
   * Return the trials of {@code names}, folders by name or absolute path, numbered from 1 in this
   * order. A run that is gone, or has ended without an epoch, keeps its number, so that later
   * numbers do not change, but its configuration may be tried.
   *
   * @throws io.github.greenscreen.run.model.RunFolderException if a run cannot be read
   */
  public List<Trial> trials(List<String> names) {
    List<Trial> trials = new ArrayList<>();
    for (String name : names) {
      Path path = folder.resolve(name);
      int number = trials.size() + 1;
      boolean here = !Path.of(name).isAbsolute();
      trials.add(Files.exists(path) ? trial(new RunFolder(path), here, number) : nothing(number));
    }
    return trials;
  }

  /** Return a trial from which nothing is known. */
  private static Trial nothing(int number) {
    return Trial.pending(number, Configuration.of(Map.of())).as(Trial.State.FAILED);
  }

  private Trial trial(RunFolder folder, boolean here, int number) {
    RunRecord run = folder.read();
    boolean failed = run.status().state() == RunState.FAILED;
    // An open run in the folder of the sweep, such as the baseline, is still to be trained.
    boolean expected = folder.holder().isPresent() || (here && !failed);
    return expected || hasTrained(run) ? trial(run, number) : nothing(number);
  }

  /** Tell whether something is known about the configuration of {@code run}. */
  public static boolean hasTrained(RunRecord run) {
    return run.status().purpose() == RunPurpose.PROFILE
        || run.status().state() == RunState.COMPLETED
        || run.status().state() == RunState.STOPPED
        || run.epochs().stream().anyMatch(EpochRow::isTraining);
  }

  private Trial trial(RunRecord run, int number) {
    Trial trial = TrialFactory.of(run, number);
    return new Trial(
        number, adapted(run, trial.configuration()), trial.state(), trial.metrics(), trial.curve());
  }

  private Configuration adapted(RunRecord run, Configuration whole) {
    Configuration result = whole;
    if (result.find(EPOCHS).isEmpty()) {
      long epochs = run.epochs().stream().filter(EpochRow::isTraining).count();
      result = result.with(EPOCHS, Long.toString(epochs));
    }
    for (Parameter parameter : space.parameters()) {
      String name = parameter.name();
      Optional<String> said = result.find(name);
      if (parameter instanceof FixedParameter constant && (said.isEmpty() || name.equals(SEED))) {
        result = result.with(name, constant.value());
      }
    }
    return result;
  }
}
