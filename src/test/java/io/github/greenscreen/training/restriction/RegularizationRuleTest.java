package io.github.greenscreen.training.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegularizationRuleTest {

  @Test
  void apply_toQuantisation_forbidsWhatIntegersCannotDo() {
    SearchSpace space =
        RegularizationRule.apply(
            space(
                choice("model", "resnet20"),
                choice("dropout", "0", "0.2"),
                choice("stochastic_depth", "network", "0.1"),
                choice("internal", "None", "pre_quantization")));
    assertThat(space.size()).isEqualTo(BigInteger.valueOf(5));
    assertThat(RegularizationRule.apply(space).size()).isEqualTo(space.size());
  }

  @Test
  void apply_toANetworkWithoutBranches_forbidsToLeaveThemOut() {
    SearchSpace space =
        RegularizationRule.apply(
            space(
                choice("model", "airbench", "resnet20"),
                choice("stochastic_depth", "0", "0.1", "0.2")));
    assertThat(space.forbidden()).hasSize(1);
    assertThat(space.size()).isEqualTo(BigInteger.valueOf(4));
  }

  /** A range is never exactly 0. */
  @Test
  void apply_toARange_leavesTheOtherNetwork() {
    SearchSpace space =
        RegularizationRule.apply(
            space(
                choice("model", "airbench", "resnet20"),
                new NumericParameter(
                    "stochastic_depth",
                    DistributionType.UNIFORM,
                    Map.of(Setting.MIN, BigDecimal.ZERO, Setting.MAX, new BigDecimal("0.5")))));
    assertThat(space.forbidden()).hasSize(1);
    assertThat(space.baseline().get("model")).isEqualTo("resnet20");
  }

  @Test
  void apply_toASpaceWithoutConflict_changesNothing() {
    SearchSpace space =
        space(
            choice("model", "efficientnet_b0", "airbench"),
            choice("stochastic_depth", "network", "0"),
            choice("dropout", "0", "0.5"));
    assertThat(RegularizationRule.apply(space)).isSameAs(space);
  }

  @Test
  void apply_toASpaceOfConflictsOnly_isRefused() {
    SearchSpace quantized =
        space(
            new FixedParameter("dropout", "0.1"),
            choice("internal", "pre_quantization", "post_quantization"));
    assertThatThrownBy(() -> RegularizationRule.apply(quantized))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "a network with dropout above 0 cannot be quantised, but internal is pre_quantization"
                + " or post_quantization; set dropout to 0, or internal to None or"
                + " jit_compilation");
    SearchSpace plain =
        space(
            new FixedParameter("model", "airbench"), new FixedParameter("stochastic_depth", "0.1"));
    assertThatThrownBy(() -> RegularizationRule.apply(plain))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "stochastic_depth above 0 needs a network with residual branches, but model is"
                + " airbench; set stochastic_depth to 0, or use another model");
  }

  private static SearchSpace space(Parameter... parameters) {
    return new SearchSpace(List.of(parameters));
  }

  private static Parameter choice(String name, String... values) {
    return new CategoricalParameter(name, List.of(values));
  }
}
