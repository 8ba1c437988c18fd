package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shared library for tests, compiled where there is a C compiler. */
public final class CompiledLibrary {
  private CompiledLibrary() {}

  /**
   * Compile {@code name}.c, which lies beside this class, into {@code folder} with these macros,
   * such as {@code OLD} or {@code INIT=9}, and return the path of the library; skip the test where
   * there is no compiler.
   */
  public static Path compile(Path folder, String name, String... macros) {
    assumeTrue(System.getProperty("os.name").equals("Linux"), name + " is compiled on Linux only");
    Path source = folder.resolve(name + ".c");
    Path library = folder.resolve("lib" + name + ".so");
    List<String> command = new ArrayList<>(List.of("cc", "-shared", "-fPIC", "-o"));
    command.add(library.toString());
    for (String macro : macros) {
      command.add("-D" + macro);
    }
    command.addAll(List.of(source.toString(), "-ldl"));
    try (InputStream in = CompiledLibrary.class.getResourceAsStream(name + ".c")) {
      Files.copy(in, source);
      Process compiler = start(command);
      String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(compiler.waitFor()).as(said).isZero();
      return library;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "no C compiler cc on the PATH: " + e.getMessage());
      throw new AssertionError(e);
    }
  }
}
