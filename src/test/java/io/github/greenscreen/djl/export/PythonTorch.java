package io.github.greenscreen.djl.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PyTorch for Python with {@code check.py}, such as Debian's {@code python3-torch}. */
final class PythonTorch implements AutoCloseable {
  private static final String PYTHON = "/usr/bin/python3";

  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private PythonTorch() throws IOException {
    Path script = Path.of("src/test/resources/io/github/greenscreen/djl/export/check.py");
    process =
        new ProcessBuilder(PYTHON, script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    questions = process.outputWriter(StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Start it; empty if the machine has none. */
  static Optional<PythonTorch> start() throws IOException, InterruptedException {
    if (!Path.of(PYTHON).toFile().canExecute()) {
      return Optional.empty();
    }
    Process probe =
        new ProcessBuilder(PYTHON, "-c", "import torch, torchvision, numpy")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return probe.waitFor() == 0 ? Optional.of(new PythonTorch()) : Optional.empty();
  }

  /**
   * Return the largest differences of logits that {@code check.py} finds in {@code folder}, of
   * TorchScript and torchvision.
   */
  List<String> differences(Path folder) throws IOException {
    questions.write(folder + "\n");
    questions.flush();
    String answer = answers.readLine();
    assertThat(answer).as("answer of check.py").isNotNull();
    return List.of(answer.split(" ", -1));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
