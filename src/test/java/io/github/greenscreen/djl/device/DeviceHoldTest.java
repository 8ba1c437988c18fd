package io.github.greenscreen.djl.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeviceHoldTest {
  /** Reading this input would fail. */
  @Test
  void until_onAProcessor_holdsNothingAndEndsAtOnce() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    AtomicBoolean held = new AtomicBoolean();
    DeviceHold.until(closed, () -> held.set(true));
    assertThat(held).isFalse();
  }
}
