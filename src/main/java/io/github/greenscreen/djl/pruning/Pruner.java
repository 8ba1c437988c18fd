package io.github.greenscreen.djl.pruning;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.Pruning;
import io.github.greenscreen.training.hyperparameter.PruningScope;
import io.github.greenscreen.training.hyperparameter.PruningStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sets the smallest weights of a network to 0 and keeps them there. It prunes the kernels and
 * matrices that training changes. At the steps of its schedule it chooses the weights of the
 * smallest magnitude, exactly as many as the sparsity says, rounded; of equal ones, the first.
 * Nothing waits for the device. Close it to free the masks. Not thread-safe.
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
        def ranked(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.argsort(torch.abs(torch.detach(x)), stable=True, dim=-1, descending=False)
        def without(self: __torch__.Ops, x: Tensor, n: int) -> Tensor:
          smallest = torch.slice((self).ranked(x), -1, 0, n)
          return torch.scatter(torch.ones_like(torch.detach(x)), -1, smallest, 0)
        def prune(self: __torch__.Ops, w: Tensor, m: Tensor, n: int) -> Tensor:
          kept = (self).without(torch.flatten(w), n)
          return torch.copy_(m, torch.reshape(kept, torch.size(m)))
        def prune_all(self: __torch__.Ops, w: List[Tensor], m: List[Tensor], n: int) -> Tensor:
          kept = (self).without(torch.cat([torch.flatten(x) for x in w]), n)
          at = 0
          for i in range(torch.len(m)):
            to = torch.add(at, torch.numel(m[i]))
            part = torch.reshape(torch.slice(kept, 0, at, to), torch.size(m[i]))
            _ = torch.copy_(m[i], part)
            at = to
          return kept
        def prune_groups(self: __torch__.Ops, w: Tensor, m: Tensor) -> Tensor:
          x = torch.movedim(torch.detach(w), 1, -1)
          kept = (self).without(torch.reshape(x, [-1, 4]), 2)
          return torch.copy_(m, torch.movedim(torch.reshape(kept, torch.size(x)), -1, 1))
      """;

  private static final int GROUP = 4;
  private static final int MATRIX = 2;
  private static final int KERNEL = 4;

  private final Pruning how;
  private final PruningSteps steps;
  private final int[] pruned;
  private final NDManager manager;
  private final ScriptModule script;
  private List<NDArray> masks = List.of();

  /**
   * Create a pruner.
   *
   * @param trainable the specifications of the trainable arrays of a network, in order
   * @param runSteps steps of the whole run
   */
  public Pruner(Pruning how, List<ParameterSpec> trainable, int runSteps, Device device) {
    this.how = how;
    steps = new PruningSteps(how, runSteps);
    pruned =
        IntStream.range(0, trainable.size())
            .filter(i -> canPrune(trainable.get(i)) && fits(trainable.get(i)))
            .toArray();
    manager = NDManager.newBaseManager(device, "PyTorch");
    script = ScriptModule.compile(device, METHODS);
  }

  /** Tell whether {@code spec} is a matrix or a kernel that training changes. */
  private static boolean canPrune(ParameterSpec spec) {
    int dimension = spec.shape().dimension();
    return spec.isTrainable()
        && spec.type() == Parameter.Type.WEIGHT
        && (dimension == MATRIX || dimension == KERNEL);
  }

  private boolean fits(ParameterSpec spec) {
    return how.structure() == PruningStructure.UNSTRUCTURED || spec.shape().get(1) % GROUP == 0;
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
    if (steps.prunesAfter(step)) {
      determine(weights(trainable), steps.sparsity(step));
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

  private void determine(List<NDArray> weights, double sparsity) {
    if (weights.isEmpty()) {
      return;
    }
    if (how.structure() == PruningStructure.TWO_OF_FOUR) {
      for (int i = 0; i < masks.size(); i++) {
        script.run("prune_groups", weights.get(i), masks.get(i));
      }
    } else if (how.scope() == PruningScope.GLOBAL) {
      long size = weights.stream().mapToLong(NDArray::size).sum();
      script.run("prune_all", weights, masks, Math.round(sparsity * size));
    } else {
      for (int i = 0; i < masks.size(); i++) {
        NDArray weight = weights.get(i);
        script.run("prune", weight, masks.get(i), Math.round(sparsity * weight.size()));
      }
    }
  }

  private List<NDArray> weights(List<NDArray> trainable) {
    return IntStream.of(pruned).mapToObj(trainable::get).toList();
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
