package io.github.greenscreen.sweep;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.search.StopperConfig;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks the early stopper after each epoch of each run whether to continue that run, given the
 * results of all others. Thread-safe: one thread watches each run.
 */
final class EarlyStopping {
  private final Optional<StopperConfig> choice;
  private final StudySnapshot start;
  private final TreeMap<Integer, Trial> trials = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * Judge by {@code choice}, nothing where it is empty.
   *
   * @param start what counts, and the runs that were there before, of which those of its space are
   *     compared with
   */
  EarlyStopping(Optional<StopperConfig> choice, StudySnapshot start) {
    this.choice = choice;
    this.start = start;
    start.trials().stream()
        .filter(trial -> start.space().project(trial.configuration()).isPresent())
        .forEach(this::learn);
  }

  /** Tell whether there is anything to ask. */
  boolean isThere() {
    return choice.isPresent();
  }

  /** Expect that the folder called {@code name} will hold the run of this number. */
  synchronized void expect(String name, int number) {
    numbers.put(name, number);
  }

  /** Return what judges the run of {@code folder} from now on. */
  synchronized RunEarlyStopping of(RunFolder folder) {
    return new RunEarlyStopping(this, folder, numbers.getOrDefault(folder.name(), 0));
  }

  /** Learn how far a run has come, whether or not it goes on. */
  synchronized void learn(Trial trial) {
    trials.put(trial.number(), trial);
  }

  /**
   * Return why {@code running} should end, of which the epochs from {@code judged} on have ended
   * since it was judged last; each of them is asked about as if it were the last.
   */
  synchronized Optional<String> reason(Trial running, int judged) {
    learn(running);
    List<Trial> others = new ArrayList<>(trials.values());
    StudySnapshot study =
        new StudySnapshot(start.space(), start.objectives(), start.limits(), others, start.seed());
    for (int epochs = judged + 1; epochs <= running.curve().size(); epochs++) {
      Trial then =
          new Trial(
              running.number(),
              running.configuration(),
              Trial.State.PENDING,
              running.metrics(),
              running.curve().subList(0, epochs));
      Optional<String> reason = stopper(running).create().reason(study, then);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  /** Fill in how many classes there are to guess among. */
  private StopperConfig stopper(Trial running) {
    StopperConfig asked = choice.orElseThrow();
    return running
        .configuration()
        .find("dataset")
        .map(DataSets::classes)
        .filter(classes -> classes.isPresent())
        .map(classes -> asked.withDefault("classes", Integer.toString(classes.getAsInt())))
        .orElse(asked);
  }
}
