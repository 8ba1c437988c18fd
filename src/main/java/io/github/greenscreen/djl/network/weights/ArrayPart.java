package io.github.greenscreen.djl.network.weights;

/**
 * The place of an array of a file in a network.
 *
 * @param array name of the network's array
 * @param part number of the part of that array, from 0, along its first dimension
 * @param parts number of its parts
 */
record ArrayPart(String array, int part, int parts) {}
