package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares output with a file under {@code src/test/resources}, in the folder of the test's
 * package. Run the tests with {@code -Dgolden.rewrite=true} to accept new output, and read the
 * difference before committing it.
 */
public final class Golden {
  private Golden() {}

  /** Compare {@code actual} with {@code fileName} beside {@code owner}. */
  public static void check(Class<?> owner, String fileName, String actual) {
    Path file =
        Path.of("src/test/resources", owner.getPackageName().replace('.', '/')).resolve(fileName);
    try {
      if (Boolean.getBoolean("golden.rewrite")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      } else if (Files.notExists(file)) {
        fail("%s is missing; run with -Dgolden.rewrite=true to write it", file);
      }
      assertThat(actual).as("output against %s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
