package io.github.greenscreen.djl.pruning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.greenscreen.djl.network.HiddenConvolution;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.djl.transfer.HostCopy;
import io.github.greenscreen.training.hyperparameter.PruningScope;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses filters of hidden convolutions: in each layer those of the smallest L1 norm (Li et al.,
 * 2016, <a href="https://arxiv.org/abs/1608.08710">arXiv 1608.08710</a>, section 3.1); in the whole
 * network those whose norm is the smallest share of the mean of their layer, which is how {@code
 * MagnitudeImportance} of Torch-Pruning compares layers (Fang et al., 2023, <a
 * href="https://arxiv.org/abs/2301.12900">arXiv 2301.12900</a>). Norms are computed in float64; of
 * equal ones, the first filter is pruned. The largest filter of a layer always stays.
 *
 * <p>A pruned filter has a kernel, a factor, and an addend of 0, so that its channel is 0, and so
 * are the weights that read the channel: they can be removed, and the scales of quantised weights
 * do not depend on them.
 */
final class FilterCriterion implements PruningCriterion {
  /**
   * {@code ratios} gives the largest filter of a layer more than any other has, so that as many
   * filters as there are layers are never among the smallest.
   */
  static final String METHODS =
      """
        def norms(self: __torch__.Ops, w: Tensor) -> Tensor:
          return torch.sum(torch.abs(torch.to(torch.detach(w), 7)), [1, 2, 3])
        def ratios(self: __torch__.Ops, w: Tensor) -> Tensor:
          x = (self).norms(w)
          y = torch.div(x, torch.clamp_min(torch.mean(x), 1.0e-300))
          largest = torch.slice((self).ranked(y), -1, -1)
          return torch.scatter(y, -1, largest, 1.0e300)
        def choose(self: __torch__.Ops, w: Tensor, kept: Tensor, n: int) -> Tensor:
          return torch.copy_(kept, (self).without((self).norms(w), n))
        def choose_all(self: __torch__.Ops, w: List[Tensor], kept: List[Tensor], n: int) -> Tensor:
          chosen = (self).without(torch.cat([(self).ratios(x) for x in w]), n)
          return (self).assign_parts(kept, chosen)
        def renew(self: __torch__.Ops, m: Tensor) -> Tensor:
          return torch.copy_(m, torch.ones_like(m))
        def spread(self: __torch__.Ops, kept: Tensor, addends: Tensor, kernels: Tensor, readers: Tensor) -> Tensor:
          _ = torch.copy_(addends, kept)
          _ = torch.mul_(kernels, torch.reshape(kept, [-1, 1, 1, 1]))
          return torch.mul_(readers, torch.reshape(kept, [1, -1, 1, 1]))
        def wide(self: __torch__.Ops, m: List[Tensor]) -> Tensor:
          return torch.to(m[0], 6)
      """;

  private final PruningScope scope;
  private final List<HiddenConvolution> layers;
  private final int[] places;
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  /**
   * Create a criterion.
   *
   * @param trainable the trainable arrays of a network
   * @param layers its hidden convolutions
   */
  FilterCriterion(
      PruningScope scope, List<ParameterSpec> trainable, List<HiddenConvolution> layers) {
    this.scope = scope;
    this.layers = List.copyOf(layers);
    Set<String> masked = new HashSet<>();
    for (HiddenConvolution layer : layers) {
      masked.addAll(
          List.of(layer.kernels(), layer.factors(), layer.addends(), layer.readerKernels()));
    }
    places =
        IntStream.range(0, trainable.size())
            .filter(i -> masked.contains(trainable.get(i).name()))
            .toArray();
    for (int place : places) {
      positions.put(trainable.get(place).name(), positions.size());
    }
  }

  @Override
  public int[] places() {
    return places;
  }

  @Override
  public void choose(
      ScriptModule script, List<NDArray> weights, List<NDArray> masks, double sparsity) {
    if (scope == PruningScope.GLOBAL) {
      chooseOfAll(script, weights, masks, sparsity);
    } else {
      for (HiddenConvolution layer : layers) {
        long pruned = Math.min(Math.round(sparsity * layer.filters()), layer.filters() - 1L);
        script.run("choose", of(weights, layer.kernels()), of(masks, layer.factors()), pruned);
      }
    }
    spread(script, masks);
  }

  private void chooseOfAll(
      ScriptModule script, List<NDArray> weights, List<NDArray> masks, double sparsity) {
    List<NDArray> kernels = layers.stream().map(layer -> of(weights, layer.kernels())).toList();
    List<NDArray> kept = layers.stream().map(layer -> of(masks, layer.factors())).toList();
    long filters = layers.stream().mapToLong(HiddenConvolution::filters).sum();
    long pruned = Math.min(Math.round(sparsity * filters), filters - layers.size());
    script.run("choose_all", kernels, kept, pruned);
  }

  /**
   * Derive the other masks from those of the factors, which are 1 for the filters that are kept.
   */
  private void spread(ScriptModule script, List<NDArray> masks) {
    for (HiddenConvolution layer : layers) {
      script.run("renew", of(masks, layer.kernels()));
      script.run("renew", of(masks, layer.readerKernels()));
    }
    for (HiddenConvolution layer : layers) {
      script.run(
          "spread",
          of(masks, layer.factors()),
          of(masks, layer.addends()),
          of(masks, layer.kernels()),
          of(masks, layer.readerKernels()));
    }
  }

  @Override
  public Map<String, long[]> keptFilters(ScriptModule script, List<NDArray> masks) {
    Map<String, long[]> kept = new LinkedHashMap<>();
    for (HiddenConvolution layer : layers) {
      float[] mask = read(script, of(masks, layer.factors()));
      long[] numbers =
          IntStream.range(0, mask.length).filter(i -> mask[i] != 0).asLongStream().toArray();
      if (numbers.length < mask.length) {
        kept.put(layer.name(), numbers);
      }
    }
    return kept;
  }

  /** Return the numbers of {@code mask}, in whatever format it is. */
  private static float[] read(ScriptModule script, NDArray mask) {
    try (NDArray wide = script.infer("wide", new NDList(), List.of(mask))) {
      return HostCopy.floats(wide);
    }
  }

  private NDArray of(List<NDArray> arrays, String name) {
    return arrays.get(positions.get(name));
  }
}
