package io.github.greenscreen.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Receives the progress of a download, on the thread that downloads. */
@FunctionalInterface
public interface DownloadListener {
  /**
   * Some bytes have arrived.
   *
   * @param done bytes on disk, those of an earlier, broken download included
   * @param total bytes of all that is fetched; empty where the server does not say
   */
  void received(long done, OptionalLong total);

  /**
   * Several files will be fetched.
   *
   * @param files how many
   * @param bytes what they have together; empty where the server does not say
   * @param folder where they will be
   */
  default void listed(int files, OptionalLong bytes, Path folder) {}

  /** Another process fetches the same into {@code folder}; its end is waited for. */
  default void waiting(Path folder) {}

  /**
   * A download begins.
   *
   * @param address what is asked for
   * @param present bytes on disk from a broken download, which are not asked for again
   */
  default void started(URI address, long present) {}

  /** The archive is whole and its checksum fits; unpacking into {@code folder} begins. */
  default void unpacking(Path folder) {}
}
