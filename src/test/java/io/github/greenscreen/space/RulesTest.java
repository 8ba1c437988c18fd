package io.github.greenscreen.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.space.DistributionType.Setting;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Spaces with conditions and forbidden combinations. */
class RulesTest {
  private static final SearchSpace SMALL =
      new SearchSpace(
          List.of(
              new CategoricalParameter("momentum", List.of("0", "0.9")),
              new CategoricalParameter("optimizer", List.of("Adam", "SGD")),
              new CategoricalParameter("batch", List.of("4", "64", "128"))),
          Map.of("momentum", rule(Condition.of("optimizer", List.of("SGD")))),
          List.of(
              rule(
                  Condition.of("optimizer", List.of("Adam")),
                  Condition.between("batch", 64, Double.POSITIVE_INFINITY))));

  @Test
  void at_everyNumber_leavesOutWhatDoesNotCountOrIsForbidden() {
    List<String> all =
        IntStream.range(0, SMALL.size().intValueExact())
            .mapToObj(i -> SMALL.at(BigInteger.valueOf(i)).toString())
            .toList();
    assertThat(all)
        .containsExactly(
            "{optimizer=Adam, batch=4}",
            "{momentum=0, optimizer=SGD, batch=4}",
            "{momentum=0, optimizer=SGD, batch=64}",
            "{momentum=0, optimizer=SGD, batch=128}",
            "{momentum=0.9, optimizer=SGD, batch=4}",
            "{momentum=0.9, optimizer=SGD, batch=64}",
            "{momentum=0.9, optimizer=SGD, batch=128}");
  }

  @Test
  void indexOf_configurationsThatDifferInWhatDoesNotCount_isTheSame() {
    Configuration bare = configuration("optimizer", "Adam", "batch", "4");
    Configuration more = bare.with("momentum", "0.9");
    assertThat(SMALL.indexOf(more)).isEqualTo(SMALL.indexOf(bare)).contains(BigInteger.ZERO);
    assertThat(SMALL.project(more)).contains(bare);
  }

  @Test
  void indexOf_forbiddenOrLackingWhatCounts_isEmpty() {
    assertThat(SMALL.indexOf(configuration("optimizer", "Adam", "batch", "64"))).isEmpty();
    assertThat(SMALL.indexOf(configuration("optimizer", "SGD", "batch", "64"))).isEmpty();
    assertThat(SMALL.project(configuration("optimizer", "Adam", "batch", "64"))).isEmpty();
  }

  @Test
  void unit_whatDoesNotCount_isNaN() {
    double[] unit = SMALL.unit(configuration("optimizer", "Adam", "batch", "4")).orElseThrow();
    assertThat(unit[0]).isNaN();
    assertThat(unit[1]).isEqualTo(0.25);
    assertThat(SMALL.at(new double[] {0.9, 0.1, 0.1}))
        .contains(configuration("optimizer", "Adam", "batch", "4"));
    assertThat(SMALL.at(new double[] {0.9, 0.1, 0.9})).isEmpty();
  }

  /** 300 random spaces of up to five parameters, each against going through all combinations. */
  @Test
  void size_randomRules_isWhatBruteForceCounts() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      List<Parameter> parameters = parameters(random);
      SearchSpace space =
          new SearchSpace(
              parameters, conditions(parameters, random), forbidden(parameters, random));
      Set<Configuration> allowed = bruteForce(space);
      assertThat(space.size()).isEqualTo(allowed.size());
      assertThat(space.isEmpty()).isEqualTo(allowed.isEmpty());
      Set<Configuration> numbered = new LinkedHashSet<>();
      for (int i = 0; i < allowed.size(); i++) {
        Configuration configuration = space.at(BigInteger.valueOf(i));
        numbered.add(configuration);
        assertThat(space.indexOf(configuration)).contains(BigInteger.valueOf(i));
        assertThat(space.at(space.unit(configuration).orElseThrow())).contains(configuration);
      }
      assertThat(numbered).isEqualTo(allowed);
      if (!allowed.isEmpty()) {
        assertThat(space.baseline()).isEqualTo(space.at(BigInteger.ZERO));
      }
    }
  }

  @Test
  void size_rulesInAVastSpace_isCountedWithoutGoingThroughIt() {
    List<String> digits = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    List<Parameter> parameters =
        new ArrayList<>(
            IntStream.range(0, 60)
                .mapToObj(i -> (Parameter) new CategoricalParameter("p" + i, digits))
                .toList());
    SearchSpace space =
        new SearchSpace(
            parameters,
            Map.of("p30", rule(Condition.of("p0", List.of("0")))),
            List.of(rule(Condition.of("p10", List.of("1")), Condition.of("p50", List.of("2")))));
    // One tenth has p30 (10 values), nine tenths lack it; of both 1 in 100 is forbidden.
    BigInteger expected =
        BigInteger.TEN.pow(56).multiply(BigInteger.valueOf(19)).multiply(BigInteger.valueOf(99));
    assertThat(space.size()).isEqualTo(expected);
    BigInteger far = expected.subtract(BigInteger.valueOf(12345));
    assertThat(space.indexOf(space.at(far))).contains(far);
  }

  @Test
  void conditions_onWhatDoesNotCount_doNotHold() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new CategoricalParameter("a", List.of("1", "2")),
                new CategoricalParameter("b", List.of("1", "2")),
                new CategoricalParameter("c", List.of("1", "2"))),
            Map.of(
                "b",
                rule(Condition.of("a", List.of("1"))),
                "c",
                rule(Condition.of("b", List.of("1")))),
            List.of());
    assertThat(bruteForce(space)).hasSize(4);
    assertThat(space.size()).isEqualTo(4);
  }

  @Test
  void baseline_firstValuesForbidden_changesLaterParametersFirst() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new CategoricalParameter("a", List.of("1", "2")),
                new CategoricalParameter("b", List.of("1", "2"))),
            Map.of(),
            List.of(rule(Condition.of("a", List.of("1")), Condition.of("b", List.of("1")))));
    assertThat(space.baseline().toString()).isEqualTo("{a=1, b=2}");
  }

  @Test
  void baseline_ofARangeWhoseMiddleIsForbidden_isAnotherValue() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new NumericParameter(
                    "lr",
                    DistributionType.UNIFORM,
                    Map.of(Setting.MIN, BigDecimal.ZERO, Setting.MAX, BigDecimal.ONE))),
            Map.of(),
            List.of(rule(Condition.between("lr", 0.1, 1))));
    assertThat(Double.parseDouble(space.baseline().get("lr"))).isLessThan(0.1);
    assertThat(space.at(new double[] {0.5})).isEmpty();
  }

  @Test
  void isEmpty_everythingForbidden_holds() {
    SearchSpace space =
        new SearchSpace(
            List.of(new CategoricalParameter("a", List.of("1", "2"))),
            Map.of(),
            List.of(rule(Condition.of("a", List.of("1", "2")))));
    assertThat(space.isEmpty()).isTrue();
    assertThat(space.size()).isZero();
    assertThatThrownBy(space::baseline).hasMessage("every configuration is forbidden");
  }

  @Test
  void new_conditionsInACircle_throws() {
    List<Parameter> parameters =
        List.of(
            new CategoricalParameter("a", List.of("1", "2")),
            new CategoricalParameter("b", List.of("1", "2")));
    Map<String, Conjunction> circle = new LinkedHashMap<>();
    circle.put("a", rule(Condition.of("b", List.of("1"))));
    circle.put("b", rule(Condition.of("a", List.of("1"))));
    assertThatThrownBy(() -> new SearchSpace(parameters, circle, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the conditions of a, b form a cycle");
  }

  @Test
  void with_pinnedParameter_countsWhateverItsCondition() {
    SearchSpace pinned = SMALL.with("momentum", "0.5").with("optimizer", "Adam");
    assertThat(pinned.baseline().toString()).isEqualTo("{momentum=0.5, optimizer=Adam, batch=4}");
    assertThat(pinned.size()).isEqualTo(1);
  }

  @Test
  void clause_holds_numbersAndNoneWhateverTheirSpelling() {
    assertThat(Condition.of("lr", List.of("0.01")).holds("1e-2")).isTrue();
    assertThat(Condition.of("internal", List.of("none")).holds("None")).isTrue();
    assertThat(Condition.of("optimizer", List.of("SGD")).holds("sgd")).isFalse();
    assertThat(Condition.between("batch", 4, 8).holds("8")).isTrue();
    assertThat(Condition.between("batch", 4, 8).holds("x")).isFalse();
  }

  private static Set<Configuration> bruteForce(SearchSpace space) {
    Set<Configuration> result = new LinkedHashSet<>();
    extend(space, 0, new LinkedHashMap<>(), result);
    return result;
  }

  /**
   * Try every value of every parameter, then strike out what does not count until nothing changes.
   */
  private static void extend(
      SearchSpace space, int i, Map<String, String> chosen, Set<Configuration> result) {
    if (i < space.parameters().size()) {
      for (String value : space.parameters().get(i).values()) {
        chosen.put(space.parameters().get(i).name(), value);
        extend(space, i + 1, chosen, result);
      }
      return;
    }
    Map<String, String> left = new LinkedHashMap<>(chosen);
    boolean changed = true;
    while (changed) {
      Map<String, String> before = Map.copyOf(left);
      changed = left.keySet().removeIf(name -> !counts(space, name, before));
    }
    if (space.forbidden().stream().noneMatch(rule -> holds(rule, left))) {
      result.add(Configuration.of(left));
    }
  }

  private static boolean counts(SearchSpace space, String name, Map<String, String> chosen) {
    Conjunction rule = space.conditions().get(name);
    return rule == null || holds(rule, chosen);
  }

  private static boolean holds(Conjunction rule, Map<String, String> chosen) {
    return rule.clauses().stream()
        .allMatch(c -> chosen.containsKey(c.parameter()) && c.holds(chosen.get(c.parameter())));
  }

  private static List<Parameter> parameters(Random random) {
    List<Parameter> result = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      List<String> values =
          IntStream.range(0, 1 + random.nextInt(3)).mapToObj(Integer::toString).toList();
      result.add(new CategoricalParameter("p" + i, values));
    }
    return result;
  }

  /** Let later parameters depend on earlier ones, or all of them the other way round. */
  private static Map<String, Conjunction> conditions(List<Parameter> parameters, Random random) {
    Map<String, Conjunction> result = new LinkedHashMap<>();
    boolean backward = random.nextBoolean();
    for (int i = 1; i < parameters.size(); i++) {
      if (random.nextInt(3) == 0) {
        int on = random.nextInt(i);
        int last = parameters.size() - 1;
        Parameter parameter = parameters.get(backward ? last - i : i);
        Parameter other = parameters.get(backward ? last - on : on);
        result.put(parameter.name(), rule(clause(other, random)));
      }
    }
    return result;
  }

  private static List<Conjunction> forbidden(List<Parameter> parameters, Random random) {
    List<Conjunction> result = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      int first = random.nextInt(parameters.size() - 1);
      int second = first + 1 + random.nextInt(parameters.size() - 1 - first);
      result.add(
          rule(clause(parameters.get(first), random), clause(parameters.get(second), random)));
    }
    return result;
  }

  private static Condition clause(Parameter parameter, Random random) {
    return random.nextBoolean()
        ? Condition.of(
            parameter.name(),
            List.of(parameter.values().get(random.nextInt(parameter.values().size()))))
        : Condition.between(parameter.name(), random.nextInt(2), 2);
  }

  private static Conjunction rule(Condition... clauses) {
    return new Conjunction(List.of(clauses));
  }

  private static Configuration configuration(String... pairs) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return Configuration.of(values);
  }
}
