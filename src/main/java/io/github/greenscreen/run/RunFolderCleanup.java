package io.github.greenscreen.run;

import io.github.greenscreen.run.io.AtomicFile;
import io.github.greenscreen.run.io.LineFile;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes leftovers of killed processes, full disks and other programs from a run folder. */
public final class RunFolderCleanup {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolderCleanup.class);

  private final Path folder;

  RunFolderCleanup(Path folder) {
    this.folder = folder;
  }

  /** Delete the leftovers of a killed process: its lock and unfinished temporary files. */
  public void clearTraces() {
    FolderLock.clear(folder.resolve(RunFolder.LOCK));
    try {
      deleteLeftOvers();
      new RunFolder(folder).checkpoints().clearTraces();
    } catch (IOException | RunFolderException e) {
      LOG.debug("cannot delete temporary files in {}", folder, e);
    }
  }

  /** Return the name of a file that ends in the middle of a line; complete files never do. */
  public Optional<String> findCutFile() {
    return Stream.of(RunFolder.PARAMETERS, RunFolder.STATUS).filter(this::isCut).findFirst();
  }

  /** Rename {@code logs.csv}, so that it is not read any more; an older copy is replaced. */
  public void setLogAside() {
    Path logs = folder.resolve(RunFolder.LOGS);
    try {
      Path aside = logs.resolveSibling(RunFolder.LOGS + ".broken");
      Files.move(logs, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw RunFolderException.cannot("rename", logs, e);
    }
  }

  /** Delete the folder if it holds nothing but temporary files of dead processes. */
  void deleteUnborn() {
    try {
      deleteLeftOvers();
      Files.delete(folder);
    } catch (IOException e) {
      LOG.debug("cannot delete {}", folder, e);
    }
  }

  private boolean isCut(String name) {
    Optional<String> text = new LineFile(folder.resolve(name)).text();
    return text.isPresent() && !text.get().endsWith("\n");
  }

  private void deleteLeftOvers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(AtomicFile::isLeftOver).toList()) {
        Files.delete(file);
      }
    }
  }
}
