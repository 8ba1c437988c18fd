package io.github.greenscreen.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
final class SignalHandlersTest {
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
  void telling_everySignal_isHeardWhileTheWorkGoesOn() {
    CountDownLatch heard = new CountDownLatch(3);
    String result =
        SignalHandlers.telling(
            heard::countDown,
            () -> {
              try {
                // One at a time: the system may take two at once for one.
                for (int left = 2; left >= 0; left--) {
                  kill();
                  while (heard.getCount() > left) {
                    Thread.sleep(5);
                  }
                }
                return "heard all: " + heard.await(1, TimeUnit.SECONDS);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(result).isEqualTo("heard all: true");
  }

  private static void kill() throws IOException, InterruptedException {
    List<String> command = List.of("kill", "-TERM", Long.toString(ProcessHandle.current().pid()));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }
}
