package io.github.greenscreen.djl.network.layer;

/** A pass through a network as TorchScript in floating point, to which layers write themselves. */
public interface LayerScript {
  /** Assign {@code expression} to {@code variable}. */
  void assign(String variable, String expression);

  /**
   * Mark the value of {@code layer} as complete, so that its range can be observed or its values
   * rounded. A layer that only selects values of another one does not call it.
   */
  void complete(String layer);

  /** Return the expression of the array {@code name} as it is stored. */
  String parameter(String name);

  /** Return the expression of the weights {@code name}, rounded and cast as this pass needs. */
  String weight(String name);

  /**
   * Return the expression of the bias or other addend or factor {@code name}, cast as this pass
   * needs.
   */
  String bias(String name);

  /** Return {@code expression} cast to the format of parameters, if activations have another. */
  String toParameterFormat(String expression);

  /** Return {@code expression} cast to the format of activations, if parameters have another. */
  String toActivationFormat(String expression);

  /**
   * Return whether the pass trains the layer that writes: batch normalisation then uses the batch's
   * statistics.
   */
  boolean isTraining();

  /** Return whether only operators may be used that PyTorch has had since version 1.13. */
  boolean isPortable();

  /** Return the formulation of 1×1 convolutions. */
  PointwiseFormulation pointwise();
}
