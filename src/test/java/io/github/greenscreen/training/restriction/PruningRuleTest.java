package io.github.greenscreen.training.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class PruningRuleTest {

  @Test
  void apply_toContradictions_forbidsEach() {
    SearchSpace space =
        PruningRule.apply(
            space(
                choice("pruning_schedule", "none", "constant", "polynomial"),
                choice("initial_sparsity", "0", "0.55", "0.8"),
                choice("final_sparsity", "0.5", "0.6"),
                choice("pruning_begin", "0", "100"),
                choice("pruning_end", "100", "run", "50"),
                choice("pruning_scope", "layer", "global"),
                choice("pruning_structure", "unstructured", "2:4")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly(
            "pruning_schedule polynomial and initial_sparsity 0.55 and final_sparsity 0.5",
            "pruning_schedule polynomial and initial_sparsity 0.8 and final_sparsity 0.5 or 0.6",
            "pruning_schedule constant or polynomial and pruning_begin 100 and pruning_end 100 or"
                + " 50",
            "pruning_schedule constant or polynomial and pruning_structure 2:4 and final_sparsity"
                + " 0.6",
            "pruning_schedule polynomial and pruning_structure 2:4",
            "pruning_schedule constant or polynomial and pruning_structure 2:4 and pruning_scope"
                + " global");
    assertThat(PruningRule.apply(space)).isSameAs(space);
  }

  /** The parameters that a space lacks have their defaults. */
  @Test
  void apply_toASpaceWithoutAFinalSparsity_comparesItsDefault() {
    SearchSpace space =
        PruningRule.apply(
            space(
                new FixedParameter("pruning_schedule", "polynomial"),
                choice("initial_sparsity", "0.4", "0.6")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly(
            "pruning_schedule polynomial and initial_sparsity 0.6 and final_sparsity 0.5");
  }

  @Test
  void apply_toASpaceWithoutPruning_changesNothing() {
    SearchSpace space =
        space(choice("initial_sparsity", "0.8"), choice("pruning_structure", "2:4"));
    assertThat(PruningRule.apply(space)).isSameAs(space);
  }

  @Test
  void apply_toContradictionsOnly_isRefused() {
    assertRefused(
        "initial_sparsity is 0.8, but final_sparsity is 0.5; the sparsity cannot fall, so set"
            + " initial_sparsity to less",
        new FixedParameter("pruning_schedule", "polynomial"),
        new FixedParameter("initial_sparsity", "0.8"));
    assertRefused(
        "pruning_begin is 100, but pruning_end is 100; pruning must begin before it ends",
        new FixedParameter("pruning_schedule", "constant"),
        new FixedParameter("pruning_begin", "100"),
        new FixedParameter("pruning_end", "100"));
    assertRefused(
        "pruning_structure 2:4 has the sparsity 0.5, but final_sparsity is 0.6 or 0.7; set"
            + " final_sparsity to 0.5",
        new FixedParameter("pruning_schedule", "constant"),
        new FixedParameter("pruning_structure", "2:4"),
        choice("final_sparsity", "0.6", "0.7"));
    assertRefused(
        "pruning_structure 2:4 has one sparsity, 0.5, but pruning_schedule is polynomial; set"
            + " pruning_schedule to constant",
        new FixedParameter("pruning_schedule", "polynomial"),
        new FixedParameter("pruning_structure", "2:4"));
    assertRefused(
        "pruning_structure 2:4 prunes two weights of each four, but pruning_scope is global; set"
            + " pruning_scope to layer",
        new FixedParameter("pruning_schedule", "constant"),
        new FixedParameter("pruning_structure", "2:4"),
        new FixedParameter("pruning_scope", "global"));
  }

  @Test
  void apply_toFiltersThatCannotBeRemoved_forbidsThem() {
    SearchSpace space =
        PruningRule.apply(
            space(
                choice("pruning_schedule", "none", "constant"),
                choice("pruning_structure", "unstructured", "filter"),
                choice("model", "resnet20", "vit_tiny", "efficientnet_b0"),
                choice("freeze", "none", "backbone")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly(
            "pruning_schedule constant and pruning_structure filter and model vit_tiny or"
                + " efficientnet_b0",
            "pruning_schedule constant and pruning_structure filter and freeze backbone");
    assertThat(PruningRule.apply(space)).isSameAs(space);
  }

  @Test
  void apply_toFiltersThatCannotBeRemovedOnly_isRefused() {
    assertRefused(
        "pruning_structure filter removes filters within the blocks of ResNets, but model is"
            + " airbench or vit_base; set model to a ResNet such as resnet20",
        new FixedParameter("pruning_schedule", "polynomial"),
        new FixedParameter("pruning_structure", "filter"),
        choice("model", "airbench", "vit_base"));
    assertRefused(
        "pruning_structure filter removes filters of the backbone, but freeze backbone keeps them;"
            + " set freeze to none",
        new FixedParameter("pruning_schedule", "constant"),
        new FixedParameter("pruning_structure", "filter"),
        new FixedParameter("freeze", "backbone"));
  }

  private static void assertRefused(String message, Parameter... parameters) {
    assertThatThrownBy(() -> PruningRule.apply(space(parameters)))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(message);
  }

  private static SearchSpace space(Parameter... parameters) {
    return new SearchSpace(List.of(parameters));
  }

  private static Parameter choice(String name, String... values) {
    return new CategoricalParameter(name, List.of(values));
  }
}
