package io.github.greenscreen.analysis.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.importance.Importance.Share;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PedAnovaTest {

  @Test
  void of_fullGrid_isTheDivergenceByHand() {
    // 5 levels of a times 4 of b; the best tenth, at least five, is every run with a = 4 and b = 3.
    List<Configuration> runs = new ArrayList<>();
    for (int repeat = 0; repeat < 5; repeat++) {
      for (int a = 0; a < 5; a++) {
        for (int b = 0; b < 4; b++) {
          runs.add(SampleRuns.configuration("a", "" + a, "b", "" + b, "c", "same"));
        }
      }
    }
    double[] values =
        runs.stream().mapToDouble(run -> Double.parseDouble(run.get("a") + run.get("b"))).toArray();

    Importance importance = PedAnova.of("y", List.of("a", "b", "c"), runs, values, true);

    assertThat(importance.runs()).isEqualTo(100);
    assertThat(importance.top()).isEqualTo(10);
    // The best ten have a = 4, five of them b = 3 and five b = 2.
    double a = divergence(new double[] {0, 0, 0, 0, 10}, 20);
    double b = divergence(new double[] {0, 0, 5, 5}, 25);
    assertThat(importance.shares()).extracting(Share::parameter).containsExactly("a", "b");
    assertThat(importance.shares().get(0).share()).isCloseTo(a / (a + b), within(1e-12));
    assertThat(importance.shares().get(0).p()).isLessThan(0.01);
  }

  @Test
  void of_oneThatMattersAmongNoise_findsItAndCallsTheRestChance() {
    Random random = new Random(7);
    List<Configuration> runs = new ArrayList<>();
    double[] values = new double[100];
    for (int i = 0; i < values.length; i++) {
      String strong = Integer.toString(random.nextInt(4));
      runs.add(
          SampleRuns.configuration(
              "noise", Integer.toString(random.nextInt(4)),
              "strong", strong,
              "number", Double.toString(random.nextDouble())));
      values[i] = 10 * Integer.parseInt(strong) + random.nextDouble();
    }

    Importance lowest = PedAnova.of("y", List.of("noise", "strong", "number"), runs, values, false);

    Share first = lowest.shares().get(0);
    assertThat(first.parameter()).isEqualTo("strong");
    assertThat(first.share()).isGreaterThan(0.6);
    assertThat(first.p()).isLessThan(0.005);
    assertThat(lowest.shares().subList(1, 3)).allMatch(share -> share.p() > 0.05);
  }

  @Test
  void of_numberWithManyValues_isCutIntoBins() {
    Random random = new Random(9);
    List<Configuration> runs = new ArrayList<>();
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      double lr = random.nextDouble();
      runs.add(
          SampleRuns.configuration(
              "lr", String.format(Locale.ROOT, "%.6f", lr), "b", "" + random.nextInt(3)));
      values[i] = -Math.abs(lr - 0.7);
    }

    Importance importance = PedAnova.of("y", List.of("lr", "b"), runs, values, true);

    assertThat(importance.shares().get(0).parameter()).isEqualTo("lr");
    assertThat(importance.shares().get(0).share()).isGreaterThan(0.9);
  }

  @Test
  void of_tooFewRunsOrNoDifference_hasNoShares() {
    List<Configuration> nine =
        Arrays.stream(new int[9]).mapToObj(i -> SampleRuns.configuration("a", "1")).toList();

    assertThat(PedAnova.of("y", List.of("a"), nine, new double[9], true).shares()).isEmpty();
  }

  @Test
  void importances_analysis_areOfAccuracyEnergyAndEfficiency() {
    List<RunRecord> records = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      records.add(
          SampleRuns.run(
              String.format(Locale.ROOT, "%03d", i + 1),
              SampleRuns.configuration("size", "" + i % 3, "lr", "" + i % 2),
              0.1 + 0.01 * i,
              60,
              1 + i % 3));
    }

    List<Importance> importances = Analysis.of(records, AnalysisOptions.none()).importances();

    assertThat(importances)
        .extracting(Importance::metric)
        .containsExactly("val_accuracy", "energy_Wh", "efficiency");
    assertThat(importances.get(1).shares().get(0).parameter()).isEqualTo("size");
    assertThat(importances.get(1).highest()).isFalse();
    assertThat(importances.get(0).shares())
        .extracting(Share::parameter)
        .doesNotContain("seed", "epochs", "dataset");
  }

  @Test
  void of_nasBench_isPlausible() throws IOException {
    Path file = SharedData.folder("data/tables").resolve("nasbench201-cifar100.csv");
    List<Configuration> runs = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (String line : Files.readAllLines(file).subList(1, 15_626)) {
      String[] cells = line.split(",", -1);
      List<String> pairs = new ArrayList<>();
      for (int edge = 0; edge < 6; edge++) {
        pairs.addAll(List.of("edge" + edge, cells[edge]));
      }
      runs.add(SampleRuns.configuration(pairs.toArray(String[]::new)));
      values.add(
          Arrays.stream(cells, 6, cells.length)
              .mapToDouble(Double::parseDouble)
              .average()
              .orElseThrow());
    }
    List<String> names = List.of("edge0", "edge1", "edge2", "edge3", "edge4", "edge5");

    Importance importance =
        PedAnova.of(
            "accuracy",
            names,
            runs,
            values.stream().mapToDouble(Double::doubleValue).toArray(),
            true);

    // Input to output: edge3; edge0 and edge4; edge1 and edge5; edge0, edge2 and edge5.
    assertThat(importance.shares())
        .extracting(Share::parameter)
        .containsExactly("edge0", "edge5", "edge3", "edge1", "edge4", "edge2");
    assertThat(importance.shares().get(0).share()).isCloseTo(0.3106, within(5e-5));
    assertThat(importance.shares().get(5).share()).isCloseTo(0.0580, within(5e-5));
    assertThat(importance.shares()).allMatch(share -> share.p() < 0.001);
  }

  /** Compute the divergence of {@code counts} from levels of {@code each} runs. */
  private static double divergence(double[] counts, double each) {
    double top = Arrays.stream(counts).sum();
    double all = each * counts.length;
    double sum = 0;
    for (double count : counts) {
      double p = (count + 1.0 / counts.length) / (top + 1);
      double q = (each + 1.0 / counts.length) / (all + 1);
      sum += q * (p / q - 1) * (p / q - 1);
    }
    return sum;
  }
}
