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

class PatienceRuleTest {

  @Test
  void apply_toPatienceAndQuantisation_forbidsThemTogether() {
    SearchSpace space =
        PatienceRule.apply(
            space(
                choice("patience", "None", "3", "5"),
                choice("internal", "None", "post_quantization")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly("patience 3 or 5 and internal post_quantization");
    assertThat(space.size()).isEqualTo(BigInteger.valueOf(4));
    assertThat(PatienceRule.apply(space)).isSameAs(space);
  }

  @Test
  void apply_toASpaceWithoutConflict_changesNothing() {
    SearchSpace whole = space(choice("internal", "None", "pre_quantization"));
    SearchSpace compiled =
        space(choice("patience", "2", "3"), new FixedParameter("internal", "jit_compilation"));
    assertThat(PatienceRule.apply(whole)).isSameAs(whole);
    assertThat(PatienceRule.apply(compiled)).isSameAs(compiled);
  }

  @Test
  void apply_toASpaceOfConflictsOnly_isRefused() {
    SearchSpace space =
        space(choice("patience", "3", "5"), new FixedParameter("internal", "pre_quantization"));
    assertThatThrownBy(() -> PatienceRule.apply(space))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "patience 3 or 5 cannot end a training with internal pre_quantization, which quantises"
                + " in the last planned epoch; set patience to None, or internal to None or"
                + " jit_compilation");
  }

  private static SearchSpace space(Parameter... parameters) {
    return new SearchSpace(List.of(parameters));
  }

  private static Parameter choice(String name, String... values) {
    return new CategoricalParameter(name, List.of(values));
  }
}
