package io.github.greenscreen.power.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeMeterTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void read_whereOneThrows_keepsTheOthers() {
    PowerSample sample = new PowerSample(1, "CPU 0", 2, 3, 4, 5);
    try (CompositeMeter meter =
        new CompositeMeter(List.of(new Part("a", null), new Part("b", sample)))) {
      assertThat(meter.read()).containsExactly(sample);
      assertThat(meter.name()).isEqualTo("a+b");
    }
    assertThat(closed).containsExactly("a", "b");
  }

  private final class Part implements PowerMeter {
    private final String name;
    private final PowerSample sample;

    Part(String name, PowerSample sample) {
      this.name = name;
      this.sample = sample;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<PowerSample> read() {
      if (sample == null) {
        throw new IllegalStateException("broken");
      }
      return List.of(sample);
    }

    @Override
    public void close() {
      closed.add(name);
    }
  }
}
