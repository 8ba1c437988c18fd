/**
 * Labelled images, their splits, and the pixel statistics that preprocessing needs. Images come
 * from a folder in CIFAR's binary layouts, from the official archives, or from the program, which
 * draws the data set {@code shapes}. The package depends on the JDK only and does not know
 * networks, so that data can be fetched, verified, and described without loading an engine.
 */
package io.github.greenscreen.data;
