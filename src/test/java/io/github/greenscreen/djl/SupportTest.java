package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.training.UnsupportedChoiceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportTest {

  @ParameterizedTest
  @ValueSource(strings = {"float32", "float64"})
  void precision_ofThisVersion_isAccepted(String precision) {
    assertThatCode(() -> Support.check(Jobs.how("precision", precision)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"float16", "global_policy_float16"})
  void precision_ofLaterVersions_isRefused(String precision) {
    assertThatThrownBy(() -> Support.check(Jobs.how("precision", precision)))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "precision %s cannot be trained by this version yet; use float32 or float64"
                + " (--set precision=float32)",
            precision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre_quantization", "post_quantization", "jit_compilation"})
  void internal_ofLaterVersions_isRefused(String internal) {
    assertThatThrownBy(() -> Support.check(Jobs.how("internal", internal)))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "internal %s cannot be trained by this version yet; use None (--set internal=None)",
            internal);
  }
}
