package io.github.greenscreen.training.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhiteningRuleTest {

  @Test
  void apply_toAirbenchAndOthers_forbidsWhiteningOfTheOthers() {
    SearchSpace space =
        WhiteningRule.apply(
            space(
                choice("model", "airbench", "resnet20"),
                choice("initialization", "random", "whitening")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly("model resnet20 and initialization whitening");
    assertThat(space.size()).isEqualTo(BigInteger.valueOf(3));
    assertThat(WhiteningRule.apply(space)).isSameAs(space);
  }

  @Test
  void apply_toASpaceWithoutConflict_changesNothing() {
    SearchSpace random = space(choice("model", "airbench", "resnet20"));
    SearchSpace airbench =
        space(
            new FixedParameter("model", "airbench"),
            new FixedParameter("initialization", "whitening"));
    assertThat(WhiteningRule.apply(random)).isSameAs(random);
    assertThat(WhiteningRule.apply(airbench)).isSameAs(airbench);
  }

  @Test
  void apply_toASpaceOfConflictsOnly_isRefused() {
    SearchSpace space = space(new FixedParameter("initialization", "whitening"));
    assertThatThrownBy(() -> WhiteningRule.apply(space))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "initialization whitening works with model airbench only, but model is resnet50; use"
                + " airbench, or set initialization to random");
  }

  private static SearchSpace space(Parameter... parameters) {
    return new SearchSpace(List.of(parameters));
  }

  private static Parameter choice(String name, String... values) {
    return new CategoricalParameter(name, List.of(values));
  }
}
