package io.github.greenscreen.djl.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.djl.transfer.HostCopy;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.SplitEvaluation;
import java.util.Arrays;
import java.util.List;

/**
 * Accumulates loss and confusion matrix (images by true and predicted class) on the device, so that
 * no step waits for a number to reach the host. If asked for details, it also counts the images
 * whose class is among the five most probable ones, and sums the difference of being right (0 or 1)
 * and confidence by bins of the confidence. The true class of a mixed label is the one with the
 * largest share. Close it to free its arrays.
 */
public final class ConfusionMatrix implements AutoCloseable {
  public static final String METHODS =
      """
        def count(self: __torch__.Ops, logits: Tensor, labels: Tensor, losses: Tensor, table: Tensor) -> Tensor:
          each = torch.sum(torch.mul(torch.log_softmax(logits, 1, dtype=7), labels), [1])
          torch.sub_(losses, torch.sum(each))
          truth = torch.argmax(labels, 1)
          cell = torch.add(torch.mul(truth, torch.size(labels, 1)), torch.argmax(logits, 1))
          return torch.scatter_add_(table, 0, cell, torch.ones_like(cell))
        def clear(self: __torch__.Ops, losses: Tensor, table: Tensor) -> Tensor:
          torch.zero_(losses)
          return torch.zero_(table)
      """;

  /**
   * {@code detail} adds a batch to {@code hits} of the five most probable classes and to the bins
   * {@code gaps}; of equal logits, that of the first class in {@code order} counts as higher, as
   * for the predicted class. {@code packed} joins all numbers for one copy to the host.
   */
  public static final String DETAILS =
      """
        def detail(self: __torch__.Ops, logits: Tensor, labels: Tensor, order: Tensor, hits: Tensor, gaps: Tensor) -> Tensor:
          truth = torch.argmax(labels, 1, True)
          own = torch.gather(logits, 1, truth)
          tied = torch.logical_and(torch.eq(logits, own), torch.lt(order, truth))
          rank = torch.sum(torch.logical_or(torch.gt(logits, own), tied), [1])
          torch.add_(hits, torch.sum(torch.lt(rank, 5)))
          confidence = torch.exp(torch.amax(torch.log_softmax(logits, 1, dtype=7), [1]))
          right = torch.type_as(torch.eq(torch.argmax(logits, 1), torch.squeeze(truth, 1)), confidence)
          place = torch.type_as(torch.sub(torch.ceil(torch.mul(confidence, {bins})), 1), truth)
          bin = torch.clamp(place, 0, {last})
          return torch.scatter_add_(gaps, 0, bin, torch.sub(right, confidence))
        def packed(self: __torch__.Ops, losses: Tensor, table: Tensor, hits: Tensor, gaps: Tensor) -> Tensor:
          return torch.cat([losses, hits, gaps, torch.type_as(table, losses)])
      """
          .replace("{bins}", Integer.toString(SplitEvaluation.BINS))
          .replace("{last}", Integer.toString(SplitEvaluation.BINS - 1));

  private final NDManager manager;
  private final ScriptModule script;
  private final List<String> classes;
  private final NDArray losses;
  private final NDArray table;
  private final NDArray order;
  private final NDArray hits;
  private final NDArray gaps;
  private boolean isDetailed;

  /** Create an empty matrix of {@code classes}, on the device of {@code parent}. */
  public ConfusionMatrix(NDManager parent, List<String> classes) {
    this.manager = parent.newSubManager();
    this.script = ScriptModule.compile(manager.getDevice(), METHODS + DETAILS);
    this.classes = List.copyOf(classes);
    int count = classes.size();
    this.losses = manager.zeros(new Shape(1), DataType.FLOAT64);
    this.table = manager.zeros(new Shape((long) count * count), DataType.INT64);
    this.order = manager.arange(0, count, 1, DataType.INT64);
    this.hits = manager.zeros(new Shape(1), DataType.FLOAT64);
    this.gaps = manager.zeros(new Shape(SplitEvaluation.BINS), DataType.FLOAT64);
  }

  /** Add a batch; both arrays are [batch, classes]. */
  public void count(NDArray logits, NDArray labels) {
    script.run("count", logits, labels, losses, table);
  }

  /**
   * Add a batch, as {@link #count} does, with its details. All batches until {@link #take} are
   * added in this way, or none.
   */
  public void countInDetail(NDArray logits, NDArray labels) {
    count(logits, labels);
    script.run("detail", logits, labels, order, hits, gaps);
    isDetailed = true;
  }

  /** Return the arrays that {@code count} of {@link #METHODS} takes after logits and labels. */
  public List<NDArray> arrays() {
    return List.of(losses, table);
  }

  /**
   * Return whether the sum of losses since the last {@link #take} is finite. This waits for the
   * device.
   */
  public boolean isFinite() {
    return Double.isFinite(HostCopy.doubles(losses)[0]);
  }

  /**
   * Return the result of everything counted since the last call, with its details if there are any,
   * and reset. This waits for the device.
   */
  public EvaluationResult take() {
    double[] numbers = read();
    EvaluationResult result = EvaluationResult.of(table(numbers), classes.size(), numbers[0]);
    if (isDetailed && result.isFinite()) {
      result = result.withDetails(details(numbers, result.images()));
    }
    script.run("clear", losses, table);
    script.run("clear", hits, gaps);
    isDetailed = false;
    return result;
  }

  /** Return all numbers by one copy: the losses, the hits, the bins, and the table. */
  private double[] read() {
    NDList all = new NDList(losses, table, hits, gaps);
    try (NDArray packed = script.infer("packed", all, List.of())) {
      return HostCopy.doubles(packed);
    }
  }

  private static long[] table(double[] numbers) {
    return Arrays.stream(numbers).skip(2L + SplitEvaluation.BINS).mapToLong(Math::round).toArray();
  }

  private SplitEvaluation details(double[] numbers, long images) {
    boolean few = classes.size() <= SplitEvaluation.FEW_CLASSES;
    double distance =
        Arrays.stream(numbers).skip(2).limit(SplitEvaluation.BINS).map(Math::abs).sum();
    return new SplitEvaluation(
        ConfusionTable.of(classes, table(numbers)),
        few ? Double.NaN : numbers[1] / images,
        distance / images);
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
