package io.github.greenscreen.djl.network;

/**
 * One layer of a network, and the value it computes. A layer names the layers whose values it
 * reads; {@link #INPUT} is the batch of images.
 */
public sealed interface Layer {
  /** Name of the network's input, images as [batch, 3, 32, 32]. */
  String INPUT = "x";

  /** Return the name of the layer and of its value, unique in a network. */
  String name();

  /** Call the method of {@code visitor} for this kind of layer. */
  void accept(Visitor visitor);

  /** A visitor of all kinds of layers. */
  interface Visitor {
    void convolution(Convolution layer);

    void add(Add layer);

    void maxPool(MaxPool layer);

    void thinAndPad(ThinAndPad layer);

    void globalMean(GlobalMean layer);

    void dense(Dense layer);
  }

  /** A visitor of the layers that have weights; it ignores the others. */
  interface WeightVisitor extends Visitor {
    @Override
    default void add(Add layer) {}

    @Override
    default void maxPool(MaxPool layer) {}

    @Override
    default void thinAndPad(ThinAndPad layer) {}

    @Override
    default void globalMean(GlobalMean layer) {}
  }

  /**
   * A square convolution without bias that divides height and width by the stride, followed by
   * batch normalisation with PyTorch's momentum 0.1 and ε 1e-5.
   *
   * @param norm name of the batch normalisation
   * @param rectified whether max(0, ·) follows
   */
  record Convolution(
      String name,
      String norm,
      String in,
      int inputs,
      int outputs,
      int kernel,
      int stride,
      boolean rectified)
      implements Layer {
    /** Return the rows and columns of zeros on each side. */
    public int padding() {
      return kernel / 2;
    }

    /** Return whether every output pixel depends on one input pixel only. */
    public boolean isPointwise() {
      return kernel == 1;
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.convolution(this);
    }
  }

  /** The sum of two layers, rectified: max(0, in + shortcut). */
  record Add(String name, String in, String shortcut) implements Layer {
    @Override
    public void accept(Visitor visitor) {
      visitor.add(this);
    }
  }

  /** 3×3 max-pooling with stride 2 and padding 1. */
  record MaxPool(String name, String in) implements Layer {
    @Override
    public void accept(Visitor visitor) {
      visitor.maxPool(this);
    }
  }

  /** Every second row and column, padded with zero channels: He's shortcut of option A. */
  record ThinAndPad(String name, String in, int inputs, int outputs) implements Layer {
    /** Return the zero channels on each side. */
    public int padding() {
      return (outputs - inputs) / 2;
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.thinAndPad(this);
    }
  }

  /** The mean over height and width, giving [batch, channels]. */
  record GlobalMean(String name, String in) implements Layer {
    @Override
    public void accept(Visitor visitor) {
      visitor.globalMean(this);
    }
  }

  /** A dense layer with bias. */
  record Dense(String name, String in, int inputs, int outputs) implements Layer {
    @Override
    public void accept(Visitor visitor) {
      visitor.dense(this);
    }
  }
}
