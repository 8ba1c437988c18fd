/**
 * Splits a data set into training, validation, and test images, stratified by class and
 * reproducible by seed, and computes the pixel statistics of the training images that preprocessing
 * needs.
 */
package io.github.greenscreen.data.split;
