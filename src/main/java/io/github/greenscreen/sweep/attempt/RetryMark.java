package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mark in {@code status.yaml} that lets {@code --resume} retry a failed run, because the machine
 * was at fault and not the run. It disappears when the run starts again.
 */
public final class RetryMark {
  private static final Logger LOG = LoggerFactory.getLogger(RetryMark.class);

  private RetryMark() {}

  /** Mark the failed run of {@code folder}; a run that cannot be read or written stays as it is. */
  public static void leave(RunFolder folder) {
    try {
      RunStatus status = folder.readStatus();
      if (status.state() == RunState.FAILED) {
        folder.writeStatus(status.toRetryOnResume());
      }
    } catch (RunFolderException e) {
      LOG.debug("cannot mark run {} for a retry", folder.name(), e);
    }
  }
}
