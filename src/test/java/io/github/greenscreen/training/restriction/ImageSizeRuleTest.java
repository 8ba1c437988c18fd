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

class ImageSizeRuleTest {
  @Test
  void apply_toNetworksAndSizes_forbidsWhatCannotBeRead() {
    SearchSpace space =
        ImageSizeRule.apply(
            space(
                choice("model", "resnet20", "vit_tiny", "convnext_tiny"),
                choice("image_size", "24", "30", "48")));
    assertThat(space.forbidden())
        .extracting(Conjunction::toString)
        .containsExactly(
            "model convnext_tiny and image_size 24",
            "model vit_tiny or convnext_tiny and image_size 30");
    assertThat(space.size()).isEqualTo(BigInteger.valueOf(6));
    assertThat(ImageSizeRule.apply(space)).isSameAs(space);
  }

  @Test
  void apply_toASpaceWithoutConflict_changesNothing() {
    SearchSpace usual = space(choice("model", "vit_tiny", "convnext_tiny", "resnet50"));
    SearchSpace sizes = space(choice("image_size", "8", "31", "1024"));
    assertThat(ImageSizeRule.apply(usual)).isSameAs(usual);
    assertThat(ImageSizeRule.apply(sizes)).isSameAs(sizes);
  }

  @Test
  void apply_toANetworkThatCanReadNoSize_isRefused() {
    SearchSpace space =
        space(choice("model", "resnet20", "vit_tiny"), choice("image_size", "30", "33"));
    assertThatThrownBy(() -> ImageSizeRule.apply(space))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "model vit_tiny reads patches of 4x4 pixels, but image_size is 30; use a multiple of "
                + "4, such as --set image_size=28");
  }

  @Test
  void apply_toASizeThatNoNetworkCanRead_isRefused() {
    SearchSpace space =
        space(new FixedParameter("model", "convnext_tiny"), choice("image_size", "32", "24"));
    assertThatThrownBy(() -> ImageSizeRule.apply(space))
        .isInstanceOf(UntrainableSpaceException.class)
        .hasMessage(
            "model convnext_tiny needs images of at least 32x32 pixels, but image_size is 24; use "
                + "--set image_size=32, or another model");
  }

  @Test
  void apply_toAFolder_namesTheSize() {
    SearchSpace space = ImageSizeRule.apply(space(new FixedParameter("dataset", "folder")));
    assertThat(space.baseline().find("image_size")).contains("32");
    assertThat(ImageSizeRule.apply(space)).isSameAs(space);
  }

  private static SearchSpace space(Parameter... parameters) {
    return new SearchSpace(List.of(parameters));
  }

  private static Parameter choice(String name, String... values) {
    return new CategoricalParameter(name, List.of(values));
  }
}
