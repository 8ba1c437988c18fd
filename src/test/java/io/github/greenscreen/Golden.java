package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares output with a golden file, or rewrites it when {@code -Dgolden.rewrite=true} is set. */
public final class Golden {
  private Golden() {}

  /**
   * Check that {@code actual} is the text of {@code fileName} in the resources of {@code owner}.
   */
  public static void check(Class<?> owner, String fileName, String actual) {
    Path folder = Path.of("src/test/resources", owner.getPackageName().replace('.', '/'));
    Path file = folder.resolve(fileName);
    try {
      if (Boolean.getBoolean("golden.rewrite")) {
        Files.createDirectories(folder);
        Files.writeString(file, actual);
      }
      assertThat(file).as("golden file; -Dgolden.rewrite=true writes it").exists();
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
