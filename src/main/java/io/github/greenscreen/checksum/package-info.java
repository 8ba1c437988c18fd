/**
 * Checksums of files and streams: of downloaded archives, of data sets, and of checkpoints. The
 * package depends on the JDK only and does not know what the bytes mean.
 */
package io.github.greenscreen.checksum;
