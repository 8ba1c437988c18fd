package io.github.greenscreen.djl.pruning;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.Pruning;
import io.github.greenscreen.training.hyperparameter.PruningScope;
import io.github.greenscreen.training.hyperparameter.PruningStructure;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses weights of kernels and matrices: those of the smallest magnitude, exactly as many as the
 * sparsity says, rounded; of equal ones, the first.
 */
final class WeightCriterion implements PruningCriterion {
  /**
   * {@code largest} does what {@code without} does to one long list, several times as fast: it
   * finds the n-th smallest magnitude without sorting, and of equal ones counts the first.
   */
  static final String METHODS =
      """
        def ranked(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.argsort(torch.abs(torch.detach(x)), stable=True, dim=-1, descending=False)
        def without(self: __torch__.Ops, x: Tensor, n: int) -> Tensor:
          smallest = torch.slice((self).ranked(x), -1, 0, n)
          return torch.scatter(torch.ones_like(torch.detach(x)), -1, smallest, 0)
        def largest(self: __torch__.Ops, x: Tensor, n: int) -> Tensor:
          y = torch.abs(torch.detach(x))
          if torch.eq(n, 0):
            kept = torch.ones_like(y)
          else:
            limit, place = torch.kthvalue(y, n)
            smaller = torch.lt(y, limit)
            equal = torch.eq(y, limit)
            first = torch.le(torch.cumsum(equal, 0), torch.rsub(torch.sum(smaller), n))
            kept = torch.logical_not(torch.logical_or(smaller, torch.logical_and(equal, first)))
          return kept
        def assign_parts(self: __torch__.Ops, m: List[Tensor], kept: Tensor) -> Tensor:
          at = 0
          for i in range(torch.len(m)):
            to = torch.add(at, torch.numel(m[i]))
            part = torch.reshape(torch.slice(kept, 0, at, to), torch.size(m[i]))
            _ = torch.copy_(m[i], part)
            at = to
          return kept
        def prune(self: __torch__.Ops, w: Tensor, m: Tensor, n: int) -> Tensor:
          kept = (self).largest(torch.flatten(w), n)
          return torch.copy_(m, torch.reshape(kept, torch.size(m)))
        def prune_all(self: __torch__.Ops, w: List[Tensor], m: List[Tensor], n: int) -> Tensor:
          kept = (self).largest(torch.cat([torch.flatten(x) for x in w]), n)
          return (self).assign_parts(m, kept)
        def prune_groups(self: __torch__.Ops, w: Tensor, m: Tensor) -> Tensor:
          x = torch.movedim(torch.detach(w), 1, -1)
          kept = (self).without(torch.reshape(x, [-1, 4]), 2)
          return torch.copy_(m, torch.movedim(torch.reshape(kept, torch.size(x)), -1, 1))
      """;

  private static final int GROUP = 4;
  private static final int MATRIX = 2;
  private static final int KERNEL = 4;

  private final Pruning how;
  private final int[] places;

  /** Create a selection among {@code trainable}, the trainable arrays of a network. */
  WeightCriterion(Pruning how, List<ParameterSpec> trainable) {
    this.how = how;
    places =
        IntStream.range(0, trainable.size())
            .filter(i -> canPrune(trainable.get(i)) && fits(trainable.get(i)))
            .toArray();
  }

  /** Tell whether {@code spec} is a matrix or a kernel that training changes. */
  private static boolean canPrune(ParameterSpec spec) {
    int dimension = spec.shape().dimension();
    return spec.isTrainable()
        && spec.type() == Parameter.Type.WEIGHT
        && (dimension == MATRIX || dimension == KERNEL);
  }

  private boolean fits(ParameterSpec spec) {
    return how.structure() != PruningStructure.TWO_OF_FOUR || spec.shape().get(1) % GROUP == 0;
  }

  @Override
  public int[] places() {
    return places;
  }

  @Override
  public void choose(
      ScriptModule script, List<NDArray> weights, List<NDArray> masks, double sparsity) {
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
}
