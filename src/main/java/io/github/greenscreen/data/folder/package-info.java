/**
 * Reads data sets from folders of class folders with PNG and JPEG files: lists the files, decodes
 * them on all processors, and caches the pixels. Whatever cannot be used is collected and reported
 * together. Decoding itself is in {@code data.decoding}.
 */
package io.github.greenscreen.data.folder;
