package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.Architecture;
import java.util.Map;

/**
 * A quantised network.
 *
 * @param levels largest integer of an activation
 * @param weights weights of the convolutions and the dense layer, by layer name
 * @param activations scales of the input and of every layer except those that only select values of
 *     another, by layer name
 */
record Int8Model(
    Architecture architecture,
    int levels,
    Map<String, Int8Weights> weights,
    Map<String, ActivationScale> activations) {
  Int8Model {
    weights = Map.copyOf(weights);
    activations = Map.copyOf(activations);
  }
}
