package io.github.greenscreen.training.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PretrainingRuleTest {
  private static final String FILE = Path.of("net.pth").toAbsolutePath().toString();

  @Test
  void apply_toWeightsAndOtherNormalisations_forbidsThemTogether() {
    SearchSpace space =
        PretrainingRule.apply(
            space(
                choice("weights", "None", FILE),
                choice("preprocessing", "None", "minmax", "standardization")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly("weights %s and preprocessing minmax or standardization".formatted(FILE));
    assertThat(space.size()).isEqualTo(BigInteger.valueOf(4));
    assertThat(PretrainingRule.apply(space)).isSameAs(space);
  }

  @Test
  void apply_toFrozenLayersWithoutWeights_forbidsThem() {
    SearchSpace space =
        PretrainingRule.apply(
            space(choice("weights", "none", FILE), choice("freeze", "none", "backbone")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly("weights none and freeze backbone");
    SearchSpace silent = PretrainingRule.apply(space(choice("freeze", "none", "backbone")));
    assertThat(silent.baseline().values()).isEqualTo(Map.of("weights", "None", "freeze", "none"));
    assertThat(silent.size()).isEqualTo(BigInteger.ONE);
  }

  @Test
  void apply_toASpaceWithoutConflict_changesNothing() {
    SearchSpace plain = space(choice("preprocessing", "None", "minmax"));
    SearchSpace trained =
        space(new FixedParameter("weights", FILE), choice("freeze", "none", "backbone"));
    assertThat(PretrainingRule.apply(plain)).isSameAs(plain);
    assertThat(PretrainingRule.apply(trained)).isSameAs(trained);
  }

  @Test
  void apply_toASpaceOfConflictsOnly_isRefused() {
    SearchSpace scaled =
        space(new FixedParameter("weights", FILE), new FixedParameter("preprocessing", "minmax"));
    assertThatThrownBy(() -> PretrainingRule.apply(scaled))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "weights bring the normalisation of their own images, but preprocessing is minmax; "
                + "set preprocessing to None");
    SearchSpace frozen = space(new FixedParameter("freeze", "backbone"));
    assertThatThrownBy(() -> PretrainingRule.apply(frozen))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "freeze is backbone, but there are no pretrained weights to keep; pass --weights "
                + "FILE, or set freeze to none");
  }

  @Test
  void apply_toRelativePaths_makesThemAbsoluteAlsoInRules() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new CategoricalParameter("weights", List.of("None", "net.pth"), List.of(0.5, 0.5)),
                choice("lr", "0.1", "0.2")),
            Map.of("lr", new Conjunction(List.of(Condition.of("weights", List.of("net.pth"))))),
            List.of(
                new Conjunction(
                    List.of(
                        Condition.of("weights", List.of("./net.pth")),
                        Condition.of("lr", List.of("0.2"))))));
    SearchSpace resolved = PretrainingRule.apply(space);
    assertThat(resolved.find("weights").orElseThrow().values()).containsExactly("None", FILE);
    assertThat(resolved.conditions().get("lr")).hasToString("weights " + FILE);
    assertThat(resolved.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly("weights %s and lr 0.2".formatted(FILE));
    SearchSpace constant = space(new FixedParameter("weights", "a/../net.pth"));
    assertThat(PretrainingRule.apply(constant).baseline().get("weights")).isEqualTo(FILE);
  }

  private static SearchSpace space(Parameter... parameters) {
    return new SearchSpace(List.of(parameters));
  }

  private static Parameter choice(String name, String... values) {
    return new CategoricalParameter(name, List.of(values));
  }
}
