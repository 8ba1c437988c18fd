package io.github.greenscreen.analysis.replay;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.analysis.metrics.RunSelection;
import io.github.greenscreen.analysis.metrics.TrialFactory;
import io.github.greenscreen.analysis.ranking.Rankings;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.stopper.Stopper;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Replays finished runs to show the effect of an early stopper. The completed runs of baseline and
 * sweep run again in the order of their names against a virtual clock, epoch by epoch. After each
 * epoch the stopper decides from what was known at that time. Deterministic.
 */
public final class StopperReplay {
  private final Stopper stopper;
  private final Objective objective;
  private final List<Take> takes;
  private final Trial[] known;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparingInt(Event::run));
  private final List<ReplayResult.Stop> stops = new ArrayList<>();
  private int next;

  /** A recorded run with its trial. */
  private record Take(RunMetrics run, Trial trial) {
    double seconds(int epoch) {
      return trial.curve().get(epoch).getOrDefault("epoch_seconds", 1.0);
    }

    Trial after(int epochs) {
      boolean ended = epochs == trial.curve().size();
      return new Trial(
          trial.number(),
          trial.configuration(),
          ended ? Trial.State.COMPLETED : Trial.State.PENDING,
          ended ? trial.metrics() : trial.curve().get(epochs - 1),
          trial.curve().subList(0, epochs));
    }
  }

  /** The end of an epoch; {@code run} is the index of the run in the order, from 0. */
  private record Event(double time, int run, int epochs) {}

  private StopperReplay(List<RunRecord> runs, Stopper stopper, Objective objective) {
    this.stopper = stopper;
    this.objective = objective;
    this.takes = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      takes.add(new Take(RunMetricsFactory.of(runs.get(i)), TrialFactory.of(runs.get(i), i + 1)));
    }
    this.known = new Trial[runs.size()];
  }

  /**
   * Replay the completed runs of {@code records} under {@code stopper}.
   *
   * @param objective objective that the stopper compares
   * @param workers number of runs that train concurrently, at least 1
   * @param good validation accuracy, 0 to 1, from which stopping a run counts as a loss
   * @return stopped runs and savings; over zero runs if none is completed
   */
  public static ReplayResult of(
      List<RunRecord> records, Stopper stopper, Objective objective, int workers, double good) {
    Objects.requireNonNull(stopper);
    StopperReplay replay = new StopperReplay(RunSelection.of(records).runs(), stopper, objective);
    replay.play(workers);
    return replay.result(good);
  }

  private void play(int workers) {
    for (int worker = 0; worker < workers; worker++) {
      startNext(0);
    }
    while (!events.isEmpty()) {
      Event event = events.poll();
      Take take = takes.get(event.run());
      known[event.run()] = take.after(event.epochs());
      Optional<String> reason =
          event.epochs() == take.trial().curve().size()
              ? Optional.empty()
              : stopper.reason(study(), known[event.run()]);
      reason.ifPresent(sentence -> stop(event, sentence));
      if (reason.isPresent() || event.epochs() == take.trial().curve().size()) {
        startNext(event.time());
      } else {
        events.add(
            new Event(
                event.time() + take.seconds(event.epochs()), event.run(), event.epochs() + 1));
      }
    }
  }

  private void startNext(double time) {
    if (next < takes.size()) {
      Take take = takes.get(next);
      events.add(new Event(time + take.seconds(0), next, 1));
      next++;
    }
  }

  private void stop(Event event, String reason) {
    Trial trial = known[event.run()];
    known[event.run()] =
        new Trial(
            trial.number(),
            trial.configuration(),
            Trial.State.STOPPED,
            trial.metrics(),
            trial.curve());
    stops.add(new ReplayResult.Stop(takes.get(event.run()).run().name(), event.epochs(), reason));
  }

  private StudySnapshot study() {
    List<Trial> trials = Arrays.stream(known).filter(Objects::nonNull).toList();
    return new StudySnapshot(new SearchSpace(List.of()), List.of(objective), List.of(), trials, 0);
  }

  private ReplayResult result(double good) {
    List<String> stopped = stops.stream().map(ReplayResult.Stop::run).toList();
    List<RunMetrics> runs = takes.stream().map(Take::run).toList();
    String best =
        Rankings.highest(runs, RunMetrics::accuracy).stream()
            .findFirst()
            .map(RunMetrics::name)
            .orElse("");
    List<String> goods =
        runs.stream()
            .filter(run -> run.detail().valAccuracy() >= good)
            .map(RunMetrics::name)
            .toList();
    boolean energy = runs.stream().anyMatch(run -> Double.isFinite(run.energyWh()));
    return new ReplayResult(
        energy ? Cost.ENERGY : Cost.TIME,
        runs.size(),
        stops.stream()
            .sorted(Comparator.comparing(ReplayResult.Stop::run, RunNameOrder.ORDER))
            .toList(),
        saved(energy ? "energy_Wh" : "epoch_seconds"),
        best,
        !stopped.contains(best),
        goods,
        goods.stream().filter(stopped::contains).toList());
  }

  /** Return the saved share of {@code metric} over all runs; runs that lack it do not count. */
  private double saved(String metric) {
    double all = 0;
    double spent = 0;
    for (int i = 0; i < known.length; i++) {
      double whole = sum(takes.get(i).trial(), metric);
      if (Double.isFinite(whole)) {
        all += whole;
        spent += sum(known[i], metric);
      }
    }
    return 1 - spent / all;
  }

  private static double sum(Trial trial, String metric) {
    return trial.curve().stream()
        .mapToDouble(epoch -> epoch.getOrDefault(metric, Double.NaN))
        .sum();
  }
}
