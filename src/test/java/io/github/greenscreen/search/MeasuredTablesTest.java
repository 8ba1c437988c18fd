package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.search.sampler.BayesSampler;
import io.github.greenscreen.search.sampler.RandomSampler;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.sampler.TpeSampler;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Searches tables of measured results, where they are at hand. */
class MeasuredTablesTest {

  @Test
  void next_powerLimitOf100Watts_findsTheFastestRowAndBreaksItSeldom() throws IOException {
    Map<Configuration, Map<String, Double>> rows = new HashMap<>();
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (String[] cells : read("gpu-power-v100.csv")) {
      if (cells[0].equals("cifar100")) {
        put(rows, values, cells, List.of("2", "3", "4"), number(cells[5]), number(cells[6]));
      }
    }
    Problem problem = new Problem(space(values), List.of(new Constraint("power", 100)), rows::get);
    double violations = 0;
    for (int seed = 1; seed <= 5; seed++) {
      StudySnapshot study = problem.run(SamplerType.HYPERPOWER.sampler(), 40, seed);
      assertThat(problem.best(study)).isBetween(10.27, 10.28);
      violations +=
          study.trials().stream()
              .filter(trial -> Scalarization.excess(problem.limits(), trial) > 0)
              .count();
    }
    assertThat(violations / 5).isLessThan(8);
  }

  @Test
  void next_cellsOfNetworks_areFoundByWhatLearns() throws IOException {
    Map<Configuration, Map<String, Double>> rows = new HashMap<>();
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (String[] cells : read("nasbench201-cifar100.csv")) {
      double mean =
          Arrays.stream(cells).skip(6).mapToDouble(MeasuredTablesTest::number).average().orElse(0);
      put(rows, values, cells, List.of("0", "1", "2", "3", "4", "5"), -mean, 0);
    }
    Problem problem = new Problem(space(values), List.of(), rows::get);
    assertThat(problem.meanBest(new TpeSampler(), 100, 5)).isLessThan(-72.9);
    assertThat(problem.meanBest(new BayesSampler(), 60, 2)).isLessThan(-72.5);
    assertThat(problem.meanBest(new RandomSampler(), 100, 5)).isGreaterThan(-72.5);
  }

  private static List<String[]> read(String name) throws IOException {
    return Files.readAllLines(SharedData.folder("data/tables").resolve(name)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static void put(
      Map<Configuration, Map<String, Double>> rows,
      Map<String, Set<String>> values,
      String[] cells,
      List<String> columns,
      double loss,
      double power) {
    Map<String, String> configuration =
        columns.stream().collect(Collectors.toMap(c -> "c" + c, c -> cells[Integer.parseInt(c)]));
    configuration.forEach((k, v) -> values.computeIfAbsent(k, x -> new LinkedHashSet<>()).add(v));
    rows.put(Configuration.of(configuration), Map.of("loss", loss, "power", power));
  }

  private static SearchSpace space(Map<String, Set<String>> values) {
    List<Parameter> parameters = new ArrayList<>();
    values.forEach(
        (name, each) -> parameters.add(new CategoricalParameter(name, List.copyOf(each))));
    return new SearchSpace(parameters);
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
