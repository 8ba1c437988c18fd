package io.github.greenscreen.training.restriction;

import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Pruning;
import io.github.greenscreen.training.hyperparameter.PruningSchedule;
import io.github.greenscreen.training.hyperparameter.PruningScope;
import io.github.greenscreen.training.hyperparameter.PruningStructure;

/**
 * Excludes settings of pruning that contradict each other from a search space. Two ranges cannot be
 * compared here; the trainer refuses what does not fit.
 */
final class PruningRule {
  private static final String SCHEDULE = "pruning_schedule";
  private static final String INITIAL = "initial_sparsity";
  private static final String FINAL = "final_sparsity";
  private static final String BEGIN = "pruning_begin";
  private static final String END = "pruning_end";
  private static final String SCOPE = "pruning_scope";
  private static final String STRUCTURE = "pruning_structure";
  private static final String MODEL = "model";
  private static final String FREEZE = "freeze";

  private PruningRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if one of these contradictions leaves no other
   */
  static SearchSpace apply(SearchSpace space) {
    SearchSpace steady = withoutEarlyEnd(withoutFallingSparsity(space));
    return withoutMissingFilters(
        withoutOtherScope(withoutOtherSchedule(withoutOtherSparsity(steady))));
  }

  private static SearchSpace withoutFallingSparsity(SearchSpace space) {
    if (!isListed(space, INITIAL) || !isListed(space, FINAL)) {
      return space;
    }
    SearchSpace result = space;
    for (String initial : Exclusion.values(space, INITIAL)) {
      result =
          Exclusion.without(
              result,
              "initial_sparsity is %2$s, but final_sparsity is %3$s; the sparsity cannot fall, so "
                  + "set initial_sparsity to less",
              Choice.of(space, SCHEDULE, PruningRule::isPolynomial),
              Choice.of(space, INITIAL, initial::equals),
              Choice.of(space, FINAL, last -> number(last) < number(initial)));
    }
    return result;
  }

  private static SearchSpace withoutEarlyEnd(SearchSpace space) {
    if (!isListed(space, BEGIN) || !isListed(space, END)) {
      return space;
    }
    SearchSpace result = space;
    for (String begin : Exclusion.values(space, BEGIN)) {
      result =
          Exclusion.without(
              result,
              "pruning_begin is %2$s, but pruning_end is %3$s; pruning must begin before it ends",
              Choice.of(space, SCHEDULE, PruningRule::prunes),
              Choice.of(space, BEGIN, begin::equals),
              Choice.of(space, END, end -> number(end) <= number(begin)));
    }
    return result;
  }

  private static SearchSpace withoutOtherSparsity(SearchSpace space) {
    if (!isListed(space, FINAL)) {
      return space;
    }
    return Exclusion.without(
        space,
        "pruning_structure 2:4 has the sparsity 0.5, but final_sparsity is %3$s; set "
            + "final_sparsity to 0.5",
        Choice.of(space, SCHEDULE, PruningRule::prunes),
        Choice.of(space, STRUCTURE, PruningRule::isTwoOfFour),
        Choice.of(space, FINAL, last -> number(last) != Pruning.TWO_OF_FOUR_SPARSITY));
  }

  private static SearchSpace withoutOtherSchedule(SearchSpace space) {
    return Exclusion.without(
        space,
        "pruning_structure 2:4 has one sparsity, 0.5, but pruning_schedule is polynomial; set "
            + "pruning_schedule to constant",
        Choice.of(space, SCHEDULE, PruningRule::isPolynomial),
        Choice.of(space, STRUCTURE, PruningRule::isTwoOfFour));
  }

  private static SearchSpace withoutOtherScope(SearchSpace space) {
    return Exclusion.without(
        space,
        "pruning_structure 2:4 prunes two weights of each four, but pruning_scope is global; set "
            + "pruning_scope to layer",
        Choice.of(space, SCHEDULE, PruningRule::prunes),
        Choice.of(space, STRUCTURE, PruningRule::isTwoOfFour),
        Choice.of(space, SCOPE, PruningRule::isGlobal));
  }

  private static SearchSpace withoutMissingFilters(SearchSpace space) {
    return withoutKeptFilters(
        Exclusion.without(
            space,
            "pruning_structure filter removes filters within the blocks of ResNets, but model is "
                + "%3$s; set model to a ResNet such as resnet20",
            Choice.of(space, SCHEDULE, PruningRule::prunes),
            Choice.of(space, STRUCTURE, PruningRule::isFilter),
            Choice.of(space, MODEL, PruningRule::lacksFilters)));
  }

  private static SearchSpace withoutKeptFilters(SearchSpace space) {
    return Exclusion.without(
        space,
        "pruning_structure filter removes filters of the backbone, but freeze backbone keeps them; "
            + "set freeze to none",
        Choice.of(space, SCHEDULE, PruningRule::prunes),
        Choice.of(space, STRUCTURE, PruningRule::isFilter),
        Choice.of(space, FREEZE, PruningRule::isBackbone));
  }

  private static boolean isListed(SearchSpace space, String name) {
    return space.find(name).map(Parameter::isFinite).orElse(true);
  }

  private static double number(String text) {
    return DecimalText.isNumber(text) ? Double.parseDouble(text) : Double.NaN;
  }

  private static boolean prunes(String schedule) {
    return ConfigChoice.find(PruningSchedule.class, schedule)
        .filter(choice -> choice != PruningSchedule.NONE)
        .isPresent();
  }

  private static boolean isPolynomial(String schedule) {
    return isChoice(PruningSchedule.POLYNOMIAL, PruningSchedule.class, schedule);
  }

  private static boolean isTwoOfFour(String structure) {
    return isChoice(PruningStructure.TWO_OF_FOUR, PruningStructure.class, structure);
  }

  private static boolean isFilter(String structure) {
    return isChoice(PruningStructure.FILTER, PruningStructure.class, structure);
  }

  private static boolean isBackbone(String freeze) {
    return isChoice(Freeze.BACKBONE, Freeze.class, freeze);
  }

  private static boolean lacksFilters(String model) {
    return ConfigChoice.find(NetworkKind.class, model)
        .filter(kind -> !kind.hasHiddenFilters())
        .isPresent();
  }

  private static boolean isGlobal(String scope) {
    return isChoice(PruningScope.GLOBAL, PruningScope.class, scope);
  }

  private static <E extends Enum<E> & ConfigChoice> boolean isChoice(
      E wanted, Class<E> type, String text) {
    return ConfigChoice.find(type, text).filter(choice -> choice == wanted).isPresent();
  }
}
