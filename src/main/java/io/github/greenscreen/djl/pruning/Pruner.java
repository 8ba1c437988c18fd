package io.github.greenscreen.djl.pruning;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.network.HiddenConvolution;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.Pruning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Sets weights of a network to 0 and keeps them there: the smallest kernels and matrices that
 * training changes, or whole filters. It chooses them at the steps of its schedule. Nothing waits
 * for the device before the end. Close it to free the masks. Not thread-safe.
 */
public final class Pruner implements AutoCloseable {
  /**
   * The TorchScript functions. A product with a mask may be −0, which the sum makes 0, so that all
   * pruned weights have the same bits.
   */
  public static final String METHODS =
      """
        def ones(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.ones_like(torch.detach(x))
        def apply(self: __torch__.Ops, w: List[Tensor], m: List[Tensor]) -> Tensor:
          torch._foreach_mul_(w, m)
          torch._foreach_add_(w, 0)
          return w[0]
      """
          + WeightCriterion.METHODS
          + FilterCriterion.METHODS;

  private final Pruning how;
  private final PruningSteps steps;
  private final PruningCriterion criterion;
  private final NDManager manager;
  private final ScriptModule script;
  private List<NDArray> masks = List.of();

  /**
   * Create a pruner.
   *
   * @param trainable the specifications of the trainable arrays of a network, in order
   * @param hidden the hidden convolutions of the network
   * @param runSteps steps of the whole run
   */
  public Pruner(
      Pruning how,
      List<ParameterSpec> trainable,
      List<HiddenConvolution> hidden,
      int runSteps,
      Device device) {
    this.how = how;
    steps = new PruningSteps(how, runSteps);
    criterion =
        how.removesFilters()
            ? new FilterCriterion(how.scope(), trainable, hidden)
            : new WeightCriterion(how, trainable);
    manager = NDManager.newBaseManager(device, "PyTorch");
    script = ScriptModule.compile(device, METHODS);
  }

  /** Begin with {@code trainable}, before the first step; always the same arrays in this order. */
  public void begin(List<NDArray> trainable) {
    List<NDArray> ones = new ArrayList<>();
    for (NDArray weight : weights(trainable)) {
      ones.add(ones(weight));
    }
    masks = ones;
    afterStep(trainable, 0);
  }

  /** Prune after {@code step} steps if the schedule says so, and mask the weights. */
  public void afterStep(List<NDArray> trainable, int step) {
    if (steps.prunesAfter(step) && !masks.isEmpty()) {
      criterion.choose(script, weights(trainable), masks, steps.sparsity(step));
    }
    if (step >= how.begin()) {
      mask(trainable);
    }
  }

  /** Set the pruned weights of {@code trainable} to 0. */
  public void mask(List<NDArray> trainable) {
    if (!masks.isEmpty()) {
      script.run("apply", weights(trainable), masks);
    }
  }

  /**
   * Return the masks, 1 for a weight that is kept and 0 for one that is pruned, in the order of the
   * arrays. The caller may fill them, but must not close them.
   */
  public List<NDArray> masks() {
    return masks;
  }

  /**
   * Return the numbers of the filters that are kept, ascending, by the name of their convolution,
   * for each that loses some. Waits for the device.
   */
  public Map<String, long[]> keptFilters() {
    return criterion.keptFilters(script, masks);
  }

  private List<NDArray> weights(List<NDArray> trainable) {
    return IntStream.of(criterion.places()).mapToObj(trainable::get).toList();
  }

  /** The parameter may have a name that makes it part of a list, so the name is removed. */
  private NDArray ones(NDArray weight) {
    try (NDArray nameless = weight.duplicate()) {
      nameless.setName(null);
      NDArray ones = script.call("ones", nameless);
      ones.attach(manager);
      return ones;
    }
  }

  @Override
  public void close() {
    manager.close();
    script.close();
  }
}
