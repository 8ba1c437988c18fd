package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdlePowersTest {
  @Test
  void after_earlierPowers_keepsWhatOnlyTheseKnow() {
    IdlePowers earlier = new IdlePowers(45, 68);
    assertThat(new IdlePowers(44).after(earlier)).isEqualTo(new IdlePowers(44, 68));
    assertThat(new IdlePowers(44, 67).after(earlier)).isEqualTo(new IdlePowers(44, 67));
  }
}
