/**
 * Labelled pictures, from a folder in CIFAR's binary layouts, from the official archives, or drawn
 * by the program itself; their splits; and the pixel statistics that preprocessing needs. Plain
 * bytes and the JDK only: what a network does with the pictures is not known here, so that data can
 * be fetched, checked and described without loading an engine.
 */
package io.github.greenscreen.data;
