package io.github.greenscreen.djl.pruning;

import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Pruning;
import io.github.greenscreen.training.hyperparameter.PruningSchedule;
import io.github.greenscreen.training.hyperparameter.PruningScope;
import io.github.greenscreen.training.hyperparameter.PruningStructure;

/** Rejects settings of pruning that contradict each other, before training begins. */
public final class PruningValidator {
  private PruningValidator() {}

  /**
   * Check {@code how}.
   *
   * @throws UnsupportedChoiceException if a setting contradicts another
   */
  public static void check(Pruning how) {
    if (how.isActive()) {
      checkSparsity(how);
      checkSteps(how);
      checkStructure(how);
    }
  }

  private static void checkSparsity(Pruning how) {
    if (how.schedule() == PruningSchedule.POLYNOMIAL
        && how.initialSparsity() > how.finalSparsity()) {
      throw new UnsupportedChoiceException(
          ("initial_sparsity is %s, but final_sparsity is %s; the sparsity cannot fall, so set "
                  + "initial_sparsity to %s or less")
              .formatted(how.initialSparsity(), how.finalSparsity(), how.finalSparsity()));
    }
  }

  private static void checkSteps(Pruning how) {
    if (how.end().isPresent() && how.begin() >= how.end().getAsInt()) {
      throw new UnsupportedChoiceException(
          "pruning_begin is %s, but pruning_end is %s; pruning must begin before it ends"
              .formatted(how.begin(), how.end().getAsInt()));
    }
  }

  private static void checkStructure(Pruning how) {
    if (how.structure() != PruningStructure.TWO_OF_FOUR) {
      return;
    }
    if (how.schedule() != PruningSchedule.CONSTANT) {
      throw new UnsupportedChoiceException(
          "pruning_structure 2:4 has one sparsity, 0.5, but pruning_schedule is polynomial; use "
              + "--set pruning_schedule=constant");
    }
    if (how.finalSparsity() != Pruning.TWO_OF_FOUR_SPARSITY) {
      throw new UnsupportedChoiceException(
          ("pruning_structure 2:4 has the sparsity 0.5, but final_sparsity is %s; use "
                  + "--set final_sparsity=0.5")
              .formatted(how.finalSparsity()));
    }
    if (how.scope() != PruningScope.LAYER) {
      throw new UnsupportedChoiceException(
          "pruning_structure 2:4 prunes two weights of each four, but pruning_scope is global; "
              + "use --set pruning_scope=layer");
    }
  }
}
