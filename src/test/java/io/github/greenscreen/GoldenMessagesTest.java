package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.MessageScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No output that is kept as an example names classes or packages of Java. */
final class GoldenMessagesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/github/greenscreen");

  @Test
  void goldenFiles_always_nameNoClassesOfJava() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(GOLDEN)) {
      files = all.filter(file -> file.toString().matches(".*\\.(txt|csv|yaml|json|md)")).toList();
    }
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      Files.readAllLines(file).forEach(MessageScan::check);
    }
  }
}
