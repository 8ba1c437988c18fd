package io.github.greenscreen.cli.asktell;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.AskTellStudy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Searches in a folder whose trials another program carries out. */
abstract class AskTellFixture {
  static final String ASK = "ask --runs @/mine --config @/config.yaml";

  @TempDir Path folder;
  CliFixture cli;

  @BeforeEach
  final void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  /** Write {@code config.yaml}. */
  final void config(String text) throws IOException {
    Files.writeString(cli.path("config.yaml"), text);
  }

  /** Report results, one on each line, through standard input. */
  final Outcome tell(String lines) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    try {
      return cli.run("tell --runs @/mine");
    } finally {
      System.setIn(before);
    }
  }

  /** Return the search so far. */
  final AskTellStudy study() {
    return new RunStore(cli.path("mine")).study().readAsked().orElseThrow();
  }
}
