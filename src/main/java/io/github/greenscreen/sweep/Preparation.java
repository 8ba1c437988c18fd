package io.github.greenscreen.sweep;

import io.github.greenscreen.run.FolderLock;
import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunEnergy;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunLimits;
import io.github.greenscreen.run.RunPlan;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.run.RunStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Makes run folders ready for an attempt, and hands the run through them what it must know. */
final class Preparation {
  private final RunStore store;
  private final Purpose purpose;
  private final String data;
  private final OptionalInt limit;

  /**
   * Make runs of {@code purpose} in {@code store} on {@code limit} images of {@code data}, as a
   * status spells it.
   */
  Preparation(RunStore store, Purpose purpose, String data, OptionalInt limit) {
    this.store = store;
    this.purpose = purpose;
    this.data = data;
    this.limit = limit;
  }

  /** Make a folder in which the run of {@code plan} waits. */
  RunFolder create(RunPlan plan, OptionalDouble idlePowerW, RunLimits limits) {
    return store.create(plan, waiting(idlePowerW, limits));
  }

  /**
   * Let the run of {@code folder} wait for another attempt, which goes on from its checkpoint where
   * it has one.
   *
   * @throws io.github.greenscreen.run.LockedException where another process trains it
   */
  void again(RunFolder folder, OptionalDouble idlePowerW, RunLimits limits) {
    FolderLock lock = folder.lock();
    try {
      RunStatus earlier = folder.readStatus();
      if (!folder.checkpoints().isThere()) {
        folder.discardRecords();
      }
      folder.writeStatus(waiting(idlePowerW, limits).after(earlier));
    } finally {
      lock.close();
    }
  }

  private RunStatus waiting(OptionalDouble idlePowerW, RunLimits limits) {
    Map<String, String> facts = new LinkedHashMap<>();
    idlePowerW.ifPresent(watts -> facts.putAll(RunEnergy.idleFacts(watts)));
    facts.putAll(limits.toFacts());
    return RunStatus.waiting(purpose, data, limit).knowing(facts, Map.of(), Map.of());
  }
}
