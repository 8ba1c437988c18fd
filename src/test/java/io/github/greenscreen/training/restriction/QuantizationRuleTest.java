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

class QuantizationRuleTest {

  @Test
  void apply_toResNetsAndOthers_forbidsTheQuantisationOfTheOthers() {
    SearchSpace space =
        QuantizationRule.apply(
            space(
                choice("model", "resnet20", "vit_tiny", "efficientnet_b0"),
                choice("internal", "None", "pre_quantization", "post_quantization")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly(
            "model vit_tiny or efficientnet_b0 and internal pre_quantization or"
                + " post_quantization");
    assertThat(space.size()).isEqualTo(BigInteger.valueOf(5));
    assertThat(QuantizationRule.apply(space)).isSameAs(space);
  }

  @Test
  void apply_toASpaceWithoutConflict_changesNothing() {
    SearchSpace quantizable =
        space(
            choice("model", "resnet20", "resnet56"),
            choice("internal", "None", "pre_quantization"));
    SearchSpace plain =
        space(
            choice("model", "vit_tiny", "resnet56"), choice("internal", "None", "jit_compilation"));
    SearchSpace silent = space(choice("internal", "None", "post_quantization"));
    assertThat(QuantizationRule.apply(quantizable)).isSameAs(quantizable);
    assertThat(QuantizationRule.apply(plain)).isSameAs(plain);
    assertThat(QuantizationRule.apply(silent)).isSameAs(silent);
  }

  @Test
  void apply_toASpaceOfConflictsOnly_isRefused() {
    SearchSpace space =
        space(
            new FixedParameter("model", "convnext_tiny"),
            new FixedParameter("internal", "post_quantization"));
    assertThatThrownBy(() -> QuantizationRule.apply(space))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "model convnext_tiny cannot be quantised, but internal is post_quantization; use a"
                + " ResNet, or set internal to None or jit_compilation");
  }

  private static SearchSpace space(Parameter... parameters) {
    return new SearchSpace(List.of(parameters));
  }

  private static Parameter choice(String name, String... values) {
    return new CategoricalParameter(name, List.of(values));
  }
}
