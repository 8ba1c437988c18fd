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

class DataPlacementRuleTest {

  @Test
  void apply_toBothLocations_forbidsPinnedMemoryForTheDevice() {
    SearchSpace space =
        DataPlacementRule.apply(
            space(
                choice("data_location", "device", "host"), choice("pin_memory", "false", "true")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly("pin_memory true and data_location device");
    assertThat(space.size()).isEqualTo(BigInteger.valueOf(3));
    assertThat(DataPlacementRule.apply(space)).isSameAs(space);
  }

  @Test
  void apply_withoutALocation_takesItsDefault() {
    SearchSpace space = DataPlacementRule.apply(space(choice("pin_memory", "true", "false")));
    assertThat(space.size()).isEqualTo(BigInteger.ONE);
    assertThat(space.baseline().values()).containsEntry("pin_memory", "false");
    assertThat(space.with("data_location", "host").size()).isEqualTo(BigInteger.TWO);
  }

  @Test
  void apply_toASpaceWithoutConflict_changesNothing() {
    SearchSpace plain = space(choice("lr", "0.1"));
    SearchSpace host =
        space(
            new FixedParameter("data_location", "host"), new FixedParameter("pin_memory", "true"));
    assertThat(DataPlacementRule.apply(plain)).isSameAs(plain);
    assertThat(DataPlacementRule.apply(host)).isSameAs(host);
  }

  @Test
  void apply_toASpaceOfConflictsOnly_isRefused() {
    SearchSpace space = space(new FixedParameter("pin_memory", "true"));
    assertThatThrownBy(() -> DataPlacementRule.apply(space))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "pin_memory true is for images that the host copies, but data_location is device; set"
                + " pin_memory to false, or data_location to host");
  }

  private static SearchSpace space(Parameter... parameters) {
    return new SearchSpace(List.of(parameters));
  }

  private static Parameter choice(String name, String... values) {
    return new CategoricalParameter(name, List.of(values));
  }
}
