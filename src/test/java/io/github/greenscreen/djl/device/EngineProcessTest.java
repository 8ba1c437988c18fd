package io.github.greenscreen.djl.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.djl.selftest.OneDnn;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import org.junit.jupiter.api.Test;

class EngineProcessTest {
  /** {@code at::Context::allowTF32CuDNN() const}. */
  private static final String TF32 = "_ZNK2at7Context14allowTF32CuDNNEv";

  private static final String IEEE = "greenscreen.engine.ieee";

  @Test
  void load_whereTf32IsForbidden_tellsPyTorch() {
    EngineProcess.load(OneDnn.UNLIMITED);
    System.setProperty(IEEE, "true");
    try {
      EngineProcess.load(OneDnn.UNLIMITED);
    } finally {
      System.clearProperty(IEEE);
    }
    assertThat(EngineProcess.isOn(TF32)).isFalse();
  }

  @Test
  void load_withAnotherLimit_isRefused() {
    EngineProcess.load(OneDnn.UNLIMITED);
    assertThatThrownBy(() -> EngineProcess.load(OneDnn.OFF))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "this process uses oneDNN unlimited, but OFF is needed; use a separate process");
  }
}
