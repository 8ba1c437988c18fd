package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.checkpoint.CheckpointFolder.Saved;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunStatus;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repairs the files of a run folder that have become unreadable, from remembered data; readable
 * files are left alone.
 *
 * @param plan the plan of the run
 * @param status its last known status
 */
public record RunFolderRestorer(RunPlan plan, RunStatus status) {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolderRestorer.class);

  /** Remember the content of {@code folder} while it can be read. */
  static RunFolderRestorer remember(RunFolder folder) {
    return new RunFolderRestorer(folder.readPlan(), folder.readStatus());
  }

  /**
   * Repair {@code folder}, which no process writes.
   *
   * @throws RunFolderException if it is gone or cannot be written
   */
  public void restore(RunFolder folder) {
    try {
      folder.read();
    } catch (RunFolderException e) {
      if (!Files.isDirectory(folder.path())) {
        throw e;
      }
      LOG.warn("{}", e.getMessage());
      unlessRead(folder::readPlan, () -> folder.writePlan(plan));
      unlessRead(folder::readStatus, () -> folder.writeStatus(status));
      unlessRead(folder::readEpochs, () -> mendLog(folder));
    }
  }

  private static void unlessRead(Runnable reading, Runnable writing) {
    try {
      reading.run();
    } catch (RunFolderException e) {
      LOG.debug("mended", e);
      writing.run();
    }
  }

  /**
   * Restore the log from a valid checkpoint; without one, the run cannot resume and loses its log.
   */
  private static void mendLog(RunFolder folder) {
    Optional<Saved> saved = folder.checkpoints().newest(LOG::debug);
    if (saved.isPresent()) {
      folder.writeLogLines(saved.get().checkpoint().logs());
    } else {
      folder.repair().setLogAside();
    }
  }
}
