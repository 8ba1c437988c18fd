package io.github.greenscreen.run;

import io.github.greenscreen.run.format.AskTellStudyFile;
import io.github.greenscreen.run.format.SweepFile;
import io.github.greenscreen.run.io.LineFile;
import io.github.greenscreen.run.model.AskTellStudy;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.SweepRecord;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a sweep or study in the runs folder: the record of a sweep, the {@code config.yaml}
 * it started with, and the study whose trials another program runs. Safe for several threads.
 */
public final class SweepFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SweepFiles.class);
  private static final String CONFIG = "sweep-config.yaml";

  private final RunStore store;

  SweepFiles(RunStore store) {
    this.store = store;
  }

  /** Write the record of a sweep, before its latest configuration runs. */
  public void writeSweep(SweepRecord sweep) {
    store.createStore();
    file(SweepFile.COPY).replace(SweepFile.format(sweep));
    file(SweepFile.NAME).replace(SweepFile.format(sweep));
  }

  /**
   * Read the record of the sweep in this folder, or return empty if there is none. If the file is
   * broken, its copy is read.
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

  /** Save the text of the {@code config.yaml} of the sweep in this folder. */
  public void writeSweepConfig(String text) {
    store.createStore();
    file(CONFIG).replace(text);
  }

  /** Return the path of that text, or empty if none is saved. */
  public Optional<Path> sweepConfig() {
    return Optional.of(file(CONFIG).path()).filter(Files::exists);
  }

  /** Write the study whose trials another program runs. */
  public void writeAsked(AskTellStudy study) {
    store.createStore();
    file(AskTellStudyFile.NAME).replace(AskTellStudyFile.format(study));
  }

  /** Read that study, or return empty if this folder has none. */
  public Optional<AskTellStudy> readAsked() {
    LineFile file = file(AskTellStudyFile.NAME);
    return file.text().map(text -> AskTellStudyFile.parse(file.path(), text));
  }

  private LineFile file(String name) {
    return new LineFile(store.path().resolve(name));
  }
}
