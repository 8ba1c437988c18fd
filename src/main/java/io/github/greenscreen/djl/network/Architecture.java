package io.github.greenscreen.djl.network;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.network.layer.Convolution;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.network.layer.QuantizableLayer;
import io.github.greenscreen.djl.network.layer.elementwise.Dropout;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Regularization;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A network as a list of layers, each of which reads only earlier layers; the last one computes the
 * logits. Script writers turn it into code for any arithmetic.
 */
public final class Architecture {
  private final List<Layer> layers;
  private final Freeze freeze;

  /** Create a network of {@code layers}, each of which reads only earlier ones. */
  public Architecture(List<Layer> layers) {
    this(layers, Freeze.NONE);
  }

  private Architecture(List<Layer> layers, Freeze freeze) {
    this.layers = List.copyOf(layers);
    this.freeze = freeze;
  }

  /** Return a copy in which the layers {@code frozen} do not change in training. */
  public Architecture with(Freeze frozen) {
    return new Architecture(layers, frozen);
  }

  /**
   * Return whether {@code layer} is frozen: its arrays do not change, and it computes in training
   * as in inference. The backbone is everything but the last layer and the dropout before it.
   */
  boolean isFrozen(Layer layer) {
    Layer last = layers.get(layers.size() - 1);
    boolean head =
        layer.equals(last)
            || (layer instanceof Dropout && last.reads().equals(List.of(layer.name())));
    return freeze == Freeze.BACKBONE && !head;
  }

  /**
   * Return the network {@code kind} for {@code classes} classes and images of 32×32 pixels; not
   * every kind has a stem.
   */
  public static Architecture of(NetworkKind kind, Stem stem, int classes) {
    return of(kind, stem, classes, ImageSet.SIDE);
  }

  /** Return the network for images of {@code side}×{@code side} pixels, which the kind can read. */
  public static Architecture of(NetworkKind kind, Stem stem, int classes, int side) {
    return of(kind, stem, classes, side, Regularization.OF_THE_NETWORK);
  }

  /** Return the network with other dropout and stochastic depth than its own. */
  public static Architecture of(
      NetworkKind kind, Stem stem, int classes, int side, Regularization by) {
    return switch (kind) {
      case RESNET50 -> ImagenetResNet.resnet50(stem, classes, by);
      case RESNET20 -> CifarResNet.build(20, classes, by);
      case RESNET18 -> ImagenetResNet.resnet18(stem, classes, by);
      case RESNET32 -> CifarResNet.build(32, classes, by);
      case RESNET44 -> CifarResNet.build(44, classes, by);
      case RESNET56 -> CifarResNet.build(56, classes, by);
      case EFFICIENTNET_B0 -> EfficientNetB0.build(stem, classes, by);
      case VIT_TINY -> VisionTransformer.forSmallImages(192, side, classes, by);
      case VIT_SMALL -> VisionTransformer.forSmallImages(384, side, classes, by);
      case VIT_BASE -> VisionTransformer.baseForLargeImages(classes, by);
      case CONVNEXT_TINY -> ConvNextTiny.build(classes, by);
      case AIRBENCH -> Airbench.build(classes, by);
    };
  }

  /**
   * Return a copy whose first layer, a convolution, has the weights {@code filters}, which training
   * leaves as they are.
   */
  public Architecture whitenedBy(float[] filters) {
    List<Layer> copy = new ArrayList<>(layers);
    copy.set(0, first().fixed(filters));
    return new Architecture(copy, freeze);
  }

  /**
   * Return a copy in which some of its {@linkplain HiddenConvolution hidden convolutions} have
   * fewer filters, and the convolutions after them read fewer channels.
   *
   * @param filters number of filters by the name of the convolution; others keep theirs
   */
  public Architecture narrowed(Map<String, Integer> filters) {
    Map<String, Layer> copy = new LinkedHashMap<>();
    layers.forEach(layer -> copy.put(layer.name(), layer));
    for (HiddenConvolution hidden : HiddenConvolution.of(this)) {
      int count = filters.getOrDefault(hidden.name(), hidden.filters());
      NormalizedConvolution convolution = (NormalizedConvolution) copy.get(hidden.name());
      copy.put(hidden.name(), convolution.withOutputs(count));
      NormalizedConvolution reader = (NormalizedConvolution) copy.get(hidden.reader());
      copy.put(hidden.reader(), reader.withInputs(count));
    }
    return new Architecture(List.copyOf(copy.values()), freeze);
  }

  /** Return the height and width of the patches that the first layer reads, a convolution. */
  public int patchSide() {
    return first().window().kernel();
  }

  private Convolution first() {
    return (Convolution) layers.get(0);
  }

  /** Return the layers, each after those it reads. */
  public List<Layer> layers() {
    return layers;
  }

  /**
   * Return the layers as integer kernels can compute them.
   *
   * @throws IllegalStateException if there is a layer that they cannot compute
   */
  public List<QuantizableLayer> quantizableLayers() {
    return layers.stream().map(Architecture::quantizable).toList();
  }

  private static QuantizableLayer quantizable(Layer layer) {
    if (layer instanceof QuantizableLayer quantizable) {
      return quantizable;
    }
    throw new IllegalStateException("layer " + layer.name() + " cannot be quantised");
  }

  /** Return the arrays of all layers, in their order, in float32. */
  public List<ParameterSpec> arrays() {
    return ParameterSpecs.of(this, ElementType.FLOAT32, Quantization.NONE);
  }

  /** Return its size for images of 32×32 pixels. */
  public NetworkSize size() {
    return size(ImageSet.SIDE);
  }

  /** Return its size for images of {@code side}×{@code side} pixels. */
  public NetworkSize size(int side) {
    Map<String, Shape> shapes = new HashMap<>(Map.of(Layer.INPUT, new Shape(3, side, side)));
    long parameters = 0;
    long multiplyAdds = 0;
    long activations = 0;
    for (Layer layer : layers) {
      List<Shape> inputs = layer.reads().stream().map(shapes::get).toList();
      Shape output = layer.output(inputs);
      shapes.put(layer.name(), output);
      multiplyAdds += layer.multiplyAdds(inputs);
      activations += output.size();
      parameters += trainable(layer);
    }
    return new NetworkSize(parameters, OptionalLong.of(multiplyAdds), OptionalLong.of(activations));
  }

  private static long trainable(Layer layer) {
    return layer.parameters(ElementType.FLOAT32).stream()
        .filter(ParameterSpec::isTrainable)
        .mapToLong(spec -> spec.shape().size())
        .sum();
  }

  /** Return the name of the layer whose value is the logits. */
  public String result() {
    return layers.get(layers.size() - 1).name();
  }
}
