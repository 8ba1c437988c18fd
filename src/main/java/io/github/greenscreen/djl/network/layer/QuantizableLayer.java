package io.github.greenscreen.djl.network.layer;

/** A layer that integer kernels can compute. Their scripts are written by visitors. */
public sealed interface QuantizableLayer extends Layer
    permits RectifiedSum,
        NormalizedConvolution,
        Dense,
        GlobalAveragePool,
        MaxPool,
        SubsampleShortcut {

  /** Call the method of {@code visitor} for this kind of layer. */
  void accept(Visitor visitor);

  /** Return whether the layer only selects values of another layer, whose range it shares. */
  default boolean isSelection() {
    return false;
  }

  /** A visitor of all kinds of quantizable layers. */
  interface Visitor {
    void convolution(NormalizedConvolution layer);

    void add(RectifiedSum layer);

    void maxPool(MaxPool layer);

    void subsampleShortcut(SubsampleShortcut layer);

    void globalAveragePool(GlobalAveragePool layer);

    void dense(Dense layer);
  }

  /** A visitor of the layers that have weights; it ignores the others. */
  interface WeightVisitor extends Visitor {
    @Override
    default void add(RectifiedSum layer) {}

    @Override
    default void maxPool(MaxPool layer) {}

    @Override
    default void subsampleShortcut(SubsampleShortcut layer) {}

    @Override
    default void globalAveragePool(GlobalAveragePool layer) {}
  }
}
