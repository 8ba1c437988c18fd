package io.github.greenscreen.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class EndOfInputTest {

  @Test
  void watch_otherEndIsClosed_callsBack() throws IOException, InterruptedException {
    CountDownLatch gone = new CountDownLatch(1);
    try (PipedOutputStream end = new PipedOutputStream()) {
      EndOfInput.watch(new PipedInputStream(end), gone::countDown);
      end.write(1);
      assertThat(gone.await(200, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(gone.await(1, TimeUnit.MINUTES)).isTrue();
  }
}
