package io.github.greenscreen.data.folder;

import java.nio.file.Path;

/**
 * A file in a class folder.
 *
 * @param name path from the data set on, with slashes, such as {@code train/cat/1.png}
 * @param path the file
 * @param label index of its class
 * @param bytes size
 * @param changed time of its last change, in nanoseconds since 1970
 */
record ImageFile(String name, Path path, int label, long bytes, long changed) {}
