package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.search.Scalarization;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.pareto.NonDominatedSorting;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the trained networks of runs that another one beats in the objectives of the sweep; a run
 * that violates a constraint less beats one that violates it more. Repeats of a configuration are
 * judged by their means, once all of them have ended. Runs that lack a metric are not judged, and
 * only networks are deleted of which {@link ModelSaving#BEST} was chosen. Confined to one thread.
 */
final class BestModels {
  private static final Logger LOG = LoggerFactory.getLogger(BestModels.class);

  private final RunStore store;
  private final Set<String> settled = new HashSet<>();

  BestModels(RunStore store) {
    this.store = store;
  }

  /**
   * Delete the networks of the beaten runs.
   *
   * @param study the trials so far
   * @param names the names of the runs of each finished trial, separated by blanks, by its number
   */
  void keep(StudySnapshot study, Map<Integer, String> names) {
    List<Trial> judged =
        study.trials().stream()
            .filter(trial -> trial.state() == Trial.State.COMPLETED)
            .filter(trial -> isMeasured(study, trial))
            .toList();
    Set<Integer> best = Set.copyOf(best(study, judged));
    IntStream.range(0, judged.size())
        .filter(i -> !best.contains(i))
        .mapToObj(i -> names.getOrDefault(judged.get(i).number(), ""))
        .flatMap(text -> List.of(text.split(" ", -1)).stream())
        .filter(this::isHere)
        .forEach(this::settle);
  }

  private static boolean isMeasured(StudySnapshot study, Trial trial) {
    return study.objectives().stream().allMatch(aim -> trial.metric(aim.metric()).isPresent());
  }

  private static List<Integer> best(StudySnapshot study, List<Trial> trials) {
    List<double[]> losses = trials.stream().map(trial -> losses(study, trial)).toList();
    double[] excess =
        trials.stream().mapToDouble(trial -> Scalarization.excess(study.limits(), trial)).toArray();
    return new NonDominatedSorting(losses, excess).front();
  }

  private static double[] losses(StudySnapshot study, Trial trial) {
    return study.objectives().stream()
        .mapToDouble(aim -> aim.goal().toMinimize(trial.metric(aim.metric()).orElseThrow()))
        .toArray();
  }

  /** Tell whether {@code name} is a run of this folder, not one of a warm start. */
  private boolean isHere(String name) {
    return !name.isEmpty() && !name.contains("/") && !settled.contains(name);
  }

  private void settle(String name) {
    try {
      store.find(name).filter(BestModels::isDeletable).ifPresent(run -> run.model().delete());
      settled.add(name);
    } catch (RunFolderException e) {
      LOG.warn("{}", e.getMessage());
      settled.add(name);
    }
  }

  private static boolean isDeletable(RunFolder run) {
    RunStatus status = run.readStatus();
    boolean searched =
        status.purpose() == RunPurpose.SWEEP || status.purpose() == RunPurpose.BASELINE;
    return searched && status.saving().equals(Optional.of(ModelSaving.BEST));
  }
}
