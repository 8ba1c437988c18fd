package io.github.greenscreen.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Receives the progress of a download, on the thread that downloads. */
@FunctionalInterface
public interface DownloadListener {
  /**
   * Called when bytes have arrived.
   *
   * @param done bytes on disk, including those of an earlier, interrupted download
   * @param total total bytes; empty if the server does not report them
   */
  void received(long done, OptionalLong total);

  /**
   * Called before several files are fetched.
   *
   * @param files number of files
   * @param bytes their total size; empty if the server does not report it
   * @param folder their target folder
   */
  default void listed(int files, OptionalLong bytes, Path folder) {}

  /** Called if the download waits for another process that fetches into {@code folder}. */
  default void waiting(Path folder) {}

  /**
   * Called when a download begins.
   *
   * @param address the requested address
   * @param present bytes on disk from an interrupted download, which are not requested again
   */
  default void started(URI address, long present) {}

  /**
   * Called when the archive is complete and verified, before it is unpacked into {@code folder}.
   */
  default void unpacking(Path folder) {}
}
