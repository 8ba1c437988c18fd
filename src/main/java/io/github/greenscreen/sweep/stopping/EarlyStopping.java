package io.github.greenscreen.sweep.stopping;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.stopper.StopperConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Asks the early stopper after each epoch of each run whether that run continues, given the results
 * of all others. Thread-safe: one thread watches each run.
 */
public final class EarlyStopping {
  private final Optional<StopperConfig> choice;
  private final StudySnapshot start;
  private final Optional<Path> data;
  private final Map<String, OptionalInt> classes = new HashMap<>();
  private final TreeMap<Integer, Trial> trials = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * Use the stopper {@code choice}, or never stop if it is empty.
   *
   * @param start the objectives, and the earlier runs, of which those in its space are compared
   */
  public EarlyStopping(Optional<StopperConfig> choice, StudySnapshot start) {
    this(choice, start, Optional.empty());
  }

  /**
   * Do the same for a sweep whose images are in {@code data}, which may decide on the number of
   * classes.
   */
  public EarlyStopping(Optional<StopperConfig> choice, StudySnapshot start, Optional<Path> data) {
    this.choice = choice;
    this.start = start;
    this.data = data;
    start.trials().stream()
        .filter(trial -> start.space().project(trial.configuration()).isPresent())
        .forEach(this::learn);
  }

  /** Tell whether a stopper is configured. */
  boolean exists() {
    return choice.isPresent();
  }

  /** Announce that the folder called {@code name} will hold the run of this number. */
  public synchronized void expect(String name, int number) {
    numbers.put(name, number);
  }

  /** Return the early stopping of the run of {@code folder}. */
  public synchronized RunEarlyStopping of(RunFolder folder) {
    return new RunEarlyStopping(this, folder, numbers.getOrDefault(folder.name(), 0));
  }

  /** Update the state of a run, whether it has ended or not. */
  public synchronized void learn(Trial trial) {
    trials.put(trial.number(), trial);
  }

  /**
   * Return why {@code running} should end. The stopper judges each epoch from {@code judged} on as
   * if it were the last.
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

  /** Return the stopper with the number of classes of the data set. */
  private StopperConfig stopper(Trial running) {
    StopperConfig asked = choice.orElseThrow();
    return running
        .configuration()
        .find("dataset")
        .map(name -> classes.computeIfAbsent(name, any -> DataSets.classes(any, data)))
        .filter(classes -> classes.isPresent())
        .map(classes -> asked.withDefault("classes", Integer.toString(classes.getAsInt())))
        .orElse(asked);
  }
}
