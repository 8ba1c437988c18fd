/**
 * Labelled images in memory and the exception that reports broken data. An {@code ImageSet} stores
 * pixels as bytes, channel by channel, and labels as numbers.
 */
package io.github.greenscreen.data.image;
