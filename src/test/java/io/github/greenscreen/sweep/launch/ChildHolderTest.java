package io.github.greenscreen.sweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.process.JavaCommand;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChildHolderTest {
  /** A child that holds a GPU, or has none, as the variable {@code GPU} says. */
  static final class FakeChild {
    private FakeChild() {}

    public static void main(String[] arguments) throws IOException {
      System.out.println("what a library prints");
      if (System.getenv("GPU") != null) {
        System.out.println(ChildHolder.HELD);
        while (System.in.read() >= 0) {
          // Wait for the end.
        }
      }
    }
  }

  private final ChildHolder holder =
      new ChildHolder(JavaCommand.ofThisJvm(FakeChild.class.getName()));

  @Test
  void hold_aGpu_lastsUntilItIsClosed() {
    long before = children();
    Optional<DeviceHolder.Held> held = holder.hold(Map.of("GPU", "1"));
    assertThat(held).isPresent();
    assertThat(children()).isEqualTo(before + 1);
    held.get().close();
    assertThat(children()).isEqualTo(before);
  }

  @Test
  void hold_noGpu_isNothing() {
    long before = children();
    assertThat(holder.hold(Map.of())).isEmpty();
    assertThat(children()).isEqualTo(before);
  }

  @Test
  void hold_processCannotStart_isNothing() {
    JavaCommand nowhere =
        JavaCommand.of("/no/such/java", List.of(), ".", FakeChild.class.getName());
    assertThat(new ChildHolder(nowhere).hold(Map.of())).isEmpty();
  }

  private static long children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }
}
