package io.github.greenscreen.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A powercap tree as Linux shows it, in a folder of the test. */
public final class FakePowercap {
  private final Path root;

  public FakePowercap(Path root) {
    this.root = root;
  }

  /** Make a counter that wraps at {@code range} microjoules. */
  public FakePowercap zone(String folder, String name, long range) throws IOException {
    Path zone = Files.createDirectories(root.resolve(folder));
    Files.writeString(zone.resolve("name"), name + "\n");
    Files.writeString(zone.resolve("max_energy_range_uj"), range + "\n");
    return set(folder, 0);
  }

  /** Set a counter, in microjoules. */
  public FakePowercap set(String folder, long microjoules) throws IOException {
    Files.writeString(counter(folder), microjoules + "\n");
    return this;
  }

  /** Return the file of a counter. */
  public Path counter(String folder) {
    return root.resolve(folder).resolve("energy_uj");
  }
}
