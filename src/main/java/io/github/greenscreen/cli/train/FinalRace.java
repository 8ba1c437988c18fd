package io.github.greenscreen.cli.train;

import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.analysis.race.Race;
import io.github.greenscreen.analysis.race.RaceComparison;
import io.github.greenscreen.analysis.race.RaceEntry;
import io.github.greenscreen.analysis.race.RaceOutcome;
import io.github.greenscreen.analysis.race.RaceRules;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.summary.AnalysisGoal;
import io.github.greenscreen.summary.RaceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Trains the configurations of a race, each with the same seeds, until it is over. A configuration
 * with a run that did not complete, or was not measured, is withdrawn. If the race is repeated, it
 * takes the same course up to where it ended, because completed runs are not trained again.
 */
final class FinalRace {
  private final FinalRunTrainer training;
  private final AnalysisGoal goal;
  private final List<Long> seeds;
  private final RunLimits limits;
  private final List<String> names;
  private final List<RunPlan> plans;
  private final Race race;
  private final List<List<String>> runs = new ArrayList<>();
  private final List<String> withdrawals = new ArrayList<>();

  /**
   * Prepare a race.
   *
   * @param training trains the runs
   * @param plans the plans of the configurations by the names of their files
   * @param goal what the configurations are compared by
   * @param rules when the race is over
   * @param seeds the seeds of its rounds
   * @param limits the limits of the runs: one that was stopped under these before is not repeated
   */
  FinalRace(
      FinalRunTrainer training,
      Map<String, RunPlan> plans,
      AnalysisGoal goal,
      RaceRules rules,
      List<Long> seeds,
      RunLimits limits) {
    this.training = training;
    this.goal = goal;
    this.seeds = seeds;
    this.limits = limits;
    this.names = List.copyOf(plans.keySet());
    this.plans = List.copyOf(plans.values());
    this.race = new Race(plans.size(), rules);
    for (int i = 0; i < plans.size(); i++) {
      runs.add(new ArrayList<>());
      withdrawals.add("");
    }
  }

  /** Train until the race is over; return its outcome, or empty if it was interrupted. */
  Optional<RaceOutcome> train() {
    while (!race.isOver()) {
      for (int each : race.remaining()) {
        if (train(each) == ExitCode.INTERRUPTED) {
          training.say("repeat the command to continue the race");
          return Optional.empty();
        }
      }
      List<RaceComparison> lost = race.endRound();
      RaceText text = new RaceText(outcome());
      lost.forEach(each -> training.say(text.sentence(each)));
    }
    return Optional.of(outcome());
  }

  /** Train configuration {@code number} with the seed of this round, and return the exit code. */
  private int train(int number) {
    RunPlan plan = seeded(plans.get(number));
    int code = wasStopped(plan) ? ExitCode.FAILURE : training.train(title(number), plan);
    if (code != ExitCode.INTERRUPTED) {
      record(number, training.find(plan).orElseThrow());
    }
    return code;
  }

  /** A run that diverged, or exceeded one of these limits, would do so again. */
  private boolean wasStopped(RunPlan plan) {
    return training
        .find(plan)
        .map(RunRecord::status)
        .filter(status -> status.state() == RunState.STOPPED && status.limits().equals(limits))
        .isPresent();
  }

  private void record(int number, RunRecord run) {
    double value = goal.objective().of(RunMetricsFactory.of(run, goal.cost()), goal.cost());
    if (run.status().state() == RunState.COMPLETED && Double.isFinite(value)) {
      race.add(number, value);
      runs.get(number).add(run.name());
      return;
    }
    race.withdraw(number);
    withdrawals.set(
        number,
        run.status().state() == RunState.COMPLETED
            ? "run %s has no known %s".formatted(run.name(), goal.objective().noun(goal.cost()))
            : "run %s %s".formatted(run.name(), ended(run.status().state())));
    training.say("%s is withdrawn: %s".formatted(names.get(number), withdrawals.get(number)));
  }

  private static String ended(RunState state) {
    return state == RunState.STOPPED ? "was stopped" : "did not complete";
  }

  private String title(int number) {
    return "seed %d of at most %d, %s"
        .formatted(race.rounds() + 1, race.rules().seeds(), names.get(number));
  }

  private RunPlan seeded(RunPlan plan) {
    long seed = seeds.get(race.rounds());
    return new RunPlan(plan.configuration(), OptionalLong.of(seed), plan.epochs(), plan.dataset());
  }

  private static RunPlan unseeded(RunPlan plan) {
    return new RunPlan(plan.configuration(), OptionalLong.empty(), plan.epochs(), plan.dataset());
  }

  private RaceOutcome outcome() {
    List<RaceEntry> entries =
        IntStream.range(0, names.size())
            .mapToObj(
                i ->
                    new RaceEntry(
                        names.get(i),
                        unseeded(plans.get(i)).whole(),
                        runs.get(i),
                        withdrawals.get(i)))
            .toList();
    return new RaceOutcome(goal.objective(), goal.cost(), seeds, entries, race);
  }
}
