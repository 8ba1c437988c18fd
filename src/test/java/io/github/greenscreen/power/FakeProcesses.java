package io.github.greenscreen.power;

import io.github.greenscreen.power.nvidia.ProcessTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine whose process 1 is ours, and whose others are named by the test. */
public final class FakeProcesses implements ProcessTable {
  private final Map<Long, String> names = new HashMap<>(Map.of(1L, "java"));

  public FakeProcesses process(long pid, String name) {
    names.put(pid, name);
    return this;
  }

  @Override
  public Set<Long> own() {
    return Set.of(1L);
  }

  @Override
  public Optional<String> name(long pid) {
    return Optional.ofNullable(names.get(pid));
  }
}
