package io.github.greenscreen.run;

import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files beside the run folders that say what is searched there: what a sweep was asked to do
 * and has given out, the {@code config.yaml} it began with, and the search whose trials another
 * program carries out. Safe for several threads.
 */
public final class SweepFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SweepFiles.class);
  private static final String CONFIG = "sweep-config.yaml";

  private final RunStore store;

  SweepFiles(RunStore store) {
    this.store = store;
  }

  /** Write what a sweep was asked to do and has given out, before the last of it runs. */
  public void writeSweep(SweepRecord sweep) {
    store.createStore();
    file(SweepFile.COPY).replace(SweepFile.format(sweep));
    file(SweepFile.NAME).replace(SweepFile.format(sweep));
  }

  /**
   * Read what the sweep in this folder was asked to do, or return empty where there is none. Where
   * the file was broken its copy counts.
   */
  public Optional<SweepRecord> readSweep() {
    Path folder = store.path();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw store.unusable("read", new NotDirectoryException(folder.toString()));
    }
    try {
      return readSweep(file(SweepFile.NAME));
    } catch (RunFolderException e) {
      return Optional.of(copy(e));
    }
  }

  private SweepRecord copy(RunFolderException broken) {
    LineFile file = file(SweepFile.COPY);
    try {
      SweepRecord sweep = readSweep(file).orElseThrow(() -> broken);
      LOG.warn("{}; using its copy {}", broken.getMessage(), file.path());
      return sweep;
    } catch (RunFolderException e) {
      throw broken;
    }
  }

  private static Optional<SweepRecord> readSweep(LineFile file) {
    return file.text().map(text -> SweepFile.parse(file.path(), text));
  }

  /** Keep the text of the {@code config.yaml} that the sweep in this folder searches. */
  public void writeSweepConfig(String text) {
    store.createStore();
    file(CONFIG).replace(text);
  }

  /** Return where that text is kept, empty where there is none. */
  public Optional<Path> sweepConfig() {
    return Optional.of(file(CONFIG).path()).filter(Files::exists);
  }

  /** Write the search whose trials another program carries out. */
  public void writeAsked(AskTellStudy study) {
    store.createStore();
    file(AskTellStudyFile.NAME).replace(AskTellStudyFile.format(study));
  }

  /** Read that search, or return empty where there is none in this folder. */
  public Optional<AskTellStudy> readAsked() {
    LineFile file = file(AskTellStudyFile.NAME);
    return file.text().map(text -> AskTellStudyFile.parse(file.path(), text));
  }

  private LineFile file(String name) {
    return new LineFile(store.path().resolve(name));
  }
}
