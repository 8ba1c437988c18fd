package io.github.greenscreen.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Is told how fetching a data set goes. Called on the thread that fetches. */
@FunctionalInterface
public interface FetchListener {
  /**
   * Some bytes have arrived.
   *
   * @param done bytes of the archive on disk, those of an earlier, broken download included
   * @param total bytes of the whole archive; empty where the server does not say
   */
  void received(long done, OptionalLong total);

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
