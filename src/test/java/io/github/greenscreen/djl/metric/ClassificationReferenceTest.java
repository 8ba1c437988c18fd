package io.github.greenscreen.djl.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.run.evaluation.ClassCounts;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.SplitEvaluation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of made-up predictions equal those that {@code reference.py} got from scikit-learn. */
class ClassificationReferenceTest {
  private static final int BATCH = 128;

  @ParameterizedTest
  @ValueSource(ints = {12, 100})
  void take_inDetail_isWhatScikitLearnComputes(int classes) throws IOException {
    Map<String, double[]> expected = reference(classes);
    int images = (int) expected.get("images")[0];

    EvaluationResult result = evaluate(classes, images);

    assertThat(result.images()).isEqualTo(images);
    assertThat(result.loss()).isCloseTo(expected.get("loss")[0], within(1e-9));
    assertThat(result.accuracy()).isCloseTo(expected.get("accuracy")[0], within(1e-9));
    assertThat(result.macroF1()).isCloseTo(expected.get("macro_f1")[0], within(1e-9));
    SplitEvaluation details = result.details().orElseThrow();
    assertThat(details.top5()).isCloseTo(expected.get("top5")[0], within(1e-9));
    assertThat(details.calibrationError()).isCloseTo(expected.get("ece")[0], within(1e-9));
    ConfusionTable confusion = details.confusion();
    assertThat(confusion)
        .isEqualTo(
            ConfusionTable.of(
                names(classes),
                Arrays.stream(expected.get("confusion")).mapToLong(Math::round).toArray()));
    assertThat(confusion.macroF1()).isEqualTo(result.macroF1());
    check(confusion, ClassCounts::precision, expected.get("precision"));
    check(confusion, ClassCounts::recall, expected.get("recall"));
    check(confusion, ClassCounts::f1, expected.get("f1"));
  }

  /** What is undefined, 0 ÷ 0, is set to 0 in the reference. */
  private static void check(
      ConfusionTable confusion, ToDoubleFunction<ClassCounts> score, double[] expected) {
    double[] found =
        confusion.byClass().stream()
            .mapToDouble(score)
            .map(value -> Double.isNaN(value) ? 0 : value)
            .toArray();
    assertThat(found).containsExactly(expected, within(1e-9));
  }

  private static EvaluationResult evaluate(int classes, int images) {
    double[] logits = noise(2, images * classes);
    double[] labels = new double[images * classes];
    double[] truths = noise(1, images);
    double[] lifts = noise(3, images);
    for (int i = 0; i < images; i++) {
      int truth = (int) (truths[i] * (classes - 1));
      for (int c = 0; c < classes; c++) {
        logits[i * classes + c] *= 4;
        logits[i * classes + c] -= c < classes - 2 ? 0 : 20;
      }
      logits[i * classes + truth] += 3 * lifts[i];
      labels[i * classes + truth] = 1;
    }
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ConfusionMatrix tally = new ConfusionMatrix(manager, names(classes))) {
      for (int from = 0; from < images; from += BATCH) {
        int to = Math.min(images, from + BATCH);
        tally.countInDetail(
            rows(manager, logits, classes, from, to), rows(manager, labels, classes, from, to));
      }
      return tally.take();
    }
  }

  private static NDArray rows(NDManager manager, double[] all, int classes, int from, int to) {
    return manager
        .create(Arrays.copyOfRange(all, from * classes, to * classes))
        .reshape(to - from, classes);
  }

  private static List<String> names(int classes) {
    return IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
  }

  /** Java's generator is SplitMix64, and makes numbers from 0 to 1 from the same 53 bits. */
  private static double[] noise(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count).mapToDouble(i -> random.nextDouble()).toArray();
  }

  private static Map<String, double[]> reference(int classes) throws IOException {
    Map<String, double[]> values = new HashMap<>();
    try (InputStream in = ClassificationReferenceTest.class.getResourceAsStream("reference.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        String[] cells = line.split(",", -1);
        if (cells[0].equals(Integer.toString(classes))) {
          values.put(
              cells[1], Arrays.stream(cells).skip(2).mapToDouble(Double::parseDouble).toArray());
        }
      }
    }
    return values;
  }
}
