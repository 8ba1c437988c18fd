package io.github.greenscreen.run.model;

import java.util.OptionalLong;

/**
 * The size of a network.
 *
 * @param parameters trainable parameters
 * @param multiplyAdds multiplications of a forward pass over one image whose products are added,
 *     those of convolutions and matrix products; empty if unknown
 * @param activations numbers that its layers compute in a forward pass over one image; empty if
 *     unknown
 */
public record NetworkSize(long parameters, OptionalLong multiplyAdds, OptionalLong activations) {

  /** Return the size of a network of which only the number of parameters is known. */
  public static NetworkSize ofParameters(long parameters) {
    return new NetworkSize(parameters, OptionalLong.empty(), OptionalLong.empty());
  }
}
