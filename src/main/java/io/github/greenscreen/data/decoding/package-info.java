/**
 * Decodes PNG and JPEG files into pixels and fits them to squares, with the same numbers as Pillow
 * and torchvision: {@code ImageDecoder} reads a file in memory, {@code SquareFit} resizes and crops
 * its image. It knows nothing about folders, classes, or data sets.
 */
package io.github.greenscreen.data.decoding;
