package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnergyBudgetTest {
  private static final double NONE = Double.NaN;
  private static final RunEnergy FOUR = new RunEnergy(4, NONE, NONE, 100, "");
  private static final EnergyBudget TEN = new EnergyBudget(10);

  @Test
  void refusal_nextRunFits_isNone() {
    assertThat(TEN.refusal(List.of(), Set.of())).isEmpty();
    assertThat(TEN.refusal(List.of(sweep(FOUR)), Set.of())).isEmpty();
  }

  @Test
  void refusal_nextRunWouldPassIt_saysWhatWasUsed() {
    assertThat(
            new EnergyBudget(10_000)
                .refusal(List.of(run(RunPurpose.BASELINE, thousands(10.5))), Set.of()))
        .hasValue(
            "energy budget of 10.00 kWh would be exceeded: the runs so far used 0.000 Wh, and the "
                + "next would use about 10.50 kWh");
  }

  @Test
  void refusal_estimatedEnergy_isMarked() {
    RunRecord run = sweep(new RunEnergy(11, NONE, NONE, 100, ""));
    Map<String, String> facts = new HashMap<>(StatusEntries.of(run.status()));
    facts.put("power_source", "estimated");
    RunStatus status = StatusEntries.with(run.status(), facts);
    assertThat(
            TEN.refusal(
                List.of(new RunRecord(run.name(), run.plan(), run.result(), run.epochs(), status)),
                Set.of()))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .contains("the runs so far used 11.00 Wh (estimated), and the next"));
  }

  @Test
  void refusal_runWithoutEnergy_countsAsTheMean() {
    RunEnergy unknown = new RunEnergy(NONE, NONE, NONE, NONE, "");
    assertThat(TEN.refusal(List.of(sweep(FOUR), sweep(unknown)), Set.of())).isPresent();
  }

  @Test
  void refusal_incompleteRun_countsWhatItsCoverageMeans() {
    RunEnergy half = new RunEnergy(1.5, NONE, NONE, 50, "samples lost");
    assertThat(TEN.refusal(List.of(sweep(FOUR), sweep(half)), Set.of())).isPresent();
    RunEnergy most = new RunEnergy(1.5, NONE, NONE, 80, "samples lost");
    assertThat(TEN.refusal(List.of(sweep(FOUR), sweep(most)), Set.of())).isEmpty();
  }

  @Test
  void refusal_runsGoOn_countAsTheMean() {
    List<RunRecord> done =
        List.of(run("001", RunPurpose.SWEEP, FOUR), run("002", RunPurpose.SWEEP, FOUR));
    assertThat(new EnergyBudget(13).refusal(done, Set.of())).isEmpty();
    assertThat(new EnergyBudget(13).refusal(done, Set.of("003"))).isPresent();
    assertThat(new EnergyBudget(13).refusal(done, Set.of("002"))).isEmpty();
  }

  private static RunEnergy thousands(double kilo) {
    return new RunEnergy(1000 * kilo, NONE, NONE, 100, "");
  }

  private static RunRecord sweep(RunEnergy energy) {
    return run(RunPurpose.SWEEP, energy);
  }

  private static RunRecord run(RunPurpose purpose, RunEnergy energy) {
    return run("001", purpose, energy);
  }

  private static RunRecord run(String name, RunPurpose purpose, RunEnergy energy) {
    RunStatus status =
        RunStatus.waiting(purpose, "", OptionalInt.empty())
            .begun(Instant.EPOCH, RunEnvironment.NONE)
            .withMeasurements(
                RunMeasurements.NONE.withEnergy(energy, Optional.empty(), Optional.empty()))
            .with(RunState.COMPLETED, "");
    RunPlan plan = new RunPlan(Configuration.of(Map.of()), 22, OptionalInt.of(1), "shapes");
    return new RunRecord(name, plan, Optional.empty(), List.of(), status);
  }
}
