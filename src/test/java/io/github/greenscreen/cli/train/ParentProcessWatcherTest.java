package io.github.greenscreen.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ParentProcessWatcherTest {
  @Test
  void start_parentGone_saysSoOnce() throws InterruptedException {
    AtomicBoolean lives = new AtomicBoolean(true);
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch gone = new CountDownLatch(1);
    ParentProcessWatcher watch =
        ParentProcessWatcher.start(
            lives::get,
            1,
            () -> {
              calls.incrementAndGet();
              gone.countDown();
            });
    lives.set(false);
    gone.await();
    Thread.sleep(20);
    watch.close();
    assertThat(calls).hasValue(1);
  }

  @Test
  void start_anotherParentThanExpected_saysSo() throws InterruptedException {
    CountDownLatch gone = new CountDownLatch(1);
    ParentProcessWatcher watch =
        ParentProcessWatcher.start("1" + ProcessHandle.current().pid(), gone::countDown);
    gone.await();
    watch.close();
  }

  @Test
  void start_parentThereOrUnknown_saysNothing() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    ParentProcessWatcher one =
        ParentProcessWatcher.start(Long.toString(parent), calls::incrementAndGet);
    ParentProcessWatcher two = ParentProcessWatcher.start((String) null, calls::incrementAndGet);
    Thread.sleep(50);
    one.close();
    two.close();
    assertThat(calls).hasValue(0);
  }
}
