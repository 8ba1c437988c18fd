package io.github.greenscreen.djl.network.layer;

/**
 * The mean over height and width, giving [batch, channels].
 *
 * @param name name of the value
 * @param in layer that is read
 */
public record GlobalAveragePool(String name, String in) implements QuantizableLayer {
  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name), "torch.mean(%s, [2, 3])".formatted(Expressions.variable(in)));
    script.complete(name);
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.globalAveragePool(this);
  }
}
