package io.github.greenscreen;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.jni.JniUtils;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the table of levels, the fences round libraries, and who may print. */
class ArchitectureTest {
  private static final String ROOT = "io.github.greenscreen";

  /**
   * Few classes found means that the importer looked in the wrong place. Raise it as packages grow.
   */
  private static final int MIN_CLASSES = 700;

  /**
   * Level of each root package, which is the first word below the root package, "" the root itself.
   */
  private static final Map<String, Integer> LEVELS =
      Map.ofEntries(
          Map.entry("checksum", 0),
          Map.entry("failure", 0),
          Map.entry("format", 0),
          Map.entry("space", 0),
          Map.entry("table", 0),
          Map.entry("power", 0),
          Map.entry("process", 0),
          Map.entry("download", 0),
          Map.entry("weights", 0),
          Map.entry("data", 1),
          Map.entry("run", 1),
          Map.entry("search", 1),
          Map.entry("engine", 2),
          Map.entry("training", 2),
          Map.entry("analysis", 2),
          Map.entry("ensemble", 2),
          Map.entry("simulation", 2),
          Map.entry("djl", 3),
          Map.entry("sweep", 3),
          Map.entry("config", 3),
          Map.entry("chart", 3),
          Map.entry("console", 3),
          Map.entry("summary", 3),
          Map.entry("report", 4),
          Map.entry("asktell", 4),
          Map.entry("doctor", 4),
          Map.entry("study", 4),
          Map.entry("cli", 5),
          Map.entry("", 6));

  /**
   * Sub-packages that other root packages may use. All others are internal: only packages below the
   * same root use them.
   */
  private static final Set<String> EXPORTED =
      Set.of(
          "analysis.importance",
          "analysis.metrics",
          "analysis.race",
          "analysis.ranking",
          "analysis.recommendation",
          "analysis.regression",
          "analysis.replay",
          "analysis.statistics",
          "chart.model",
          "chart.style",
          "cli.support",
          "data.decoding",
          "data.image",
          "data.split",
          "djl.acceptance",
          "djl.device",
          "djl.network",
          "djl.network.weights",
          "djl.selftest",
          "power.meter",
          "power.nvidia",
          "report.context",
          "report.html",
          "report.text",
          "run.checkpoint",
          "run.evaluation",
          "run.format",
          "run.io",
          "run.lock",
          "run.model",
          "run.network",
          "search.bayes",
          "search.pareto",
          "search.sampler",
          "search.stopper",
          "sweep.attempt",
          "sweep.launch",
          "training.benchmark",
          "training.engine",
          "training.hyperparameter",
          "training.restriction");

  /** Methods of DJL's arrays that read their numbers. */
  private static final String READERS =
      "to\\w*Array|toByteBuffer|toDebugString|encode"
          + "|get(Scalar|Long|Double|Float|Int|Byte|Uint8|Boolean)";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void classes_imported_areAtLeastTheFloor() {
    assertThat(CLASSES.size()).isGreaterThanOrEqualTo(MIN_CLASSES);
  }

  @Test
  void rootPackages_all_standInTheTableOfLevels() {
    Set<String> roots =
        CLASSES.stream()
            .map(ArchitectureTest::rootPackage)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(LEVELS.keySet()).containsAll(roots);
  }

  @Test
  void classes_all_dependOnlyOnTheirLevelAndLower() {
    classes().should(new DependDownward()).check(CLASSES);
  }

  @Test
  void rootPackages_all_areFreeOfCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packages_all_areFreeOfCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void subPackages_notExported_areUsedBelowTheirRootOnly() {
    classes().should(new KeepInternal()).check(CLASSES);
  }

  /** Moving a class to another package changes this table, unless both have the same neighbours. */
  @Test
  void packages_all_haveTheRecordedDependencies() {
    Golden.check(
        ArchitectureTest.class,
        "package-dependencies.txt",
        PackageGraph.ofPackages(CLASSES).table());
  }

  @Test
  void diagram_architecturePage_showsTheCode() throws IOException {
    Path page = Path.of("docs/architecture.md");
    String text = Files.readString(page);
    String start = "```mermaid\n";
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf("```", from);
    String diagram = PackageGraph.ofRootPackages(CLASSES).diagram(LEVELS);
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(page, text.substring(0, from) + diagram + text.substring(to));
    } else {
      assertThat(text.substring(from, to)).isEqualTo(diagram);
    }
  }

  /**
   * A library may be seen only from the packages beside it, blank between them; "." is the root.
   */
  @ParameterizedTest
  @CsvSource({
    "ai.djl.., djl",
    "com.sun.jna.., djl engine power.nvml",
    "picocli.., cli .",
    "com.lowagie.., report",
    "org.openpdf.., report",
    "org.yaml.., config run",
    "org.apache.commons.csv.., run simulation",
    "com.google.gson.., run.format run.network summary weights",
    "ai.onnx.., djl.onnx",
    "com.google.protobuf.., djl.onnx",
    "org.apache.commons.math3.., analysis data.split ensemble search space",
    "org.apache.commons.statistics.., analysis doctor search.stopper simulation",
    "org.apache.commons.compress.., data",
  })
  void library_fenced_isSeenFromItsPackagesAlone(String library, String names) {
    noClasses()
        .that(resideOutsideOfPackages(packages(names)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(library))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void jfreechart_outsideOfChart_isSeenOnlyAsAFinishedChartInReport() {
    DescribedPredicate<JavaClass> jfree = resideInAnyPackage("org.jfree..");
    DescribedPredicate<JavaClass> inner =
        jfree.and(
            DescribedPredicate.describe(
                "are not JFreeChart itself",
                type -> !type.getName().equals("org.jfree.chart.JFreeChart")));
    noClasses()
        .that(resideOutsideOfPackages(packages("chart report")))
        .should()
        .dependOnClassesThat(jfree)
        .check(CLASSES);
    noClasses()
        .that(resideInAnyPackage(packages("report")))
        .should()
        .dependOnClassesThat(inner)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void analysisAndReport_always_startWithoutTheEngine() {
    noClasses()
        .that(resideInAnyPackage(packages("analysis simulation summary chart report")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("ai.djl..", ROOT + ".djl.."))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void standardStreams_always_areTouchedOnlyByTheMainClassAndConsole() {
    noClasses()
        .that(resideOutsideOfPackages(packages(". console")))
        .should(new TouchStandardStreams())
        .check(CLASSES);
  }

  /** What reads numbers, or DJL's files of them, copies an array of a GPU and keeps the copy. */
  @Test
  void numbersOfArrays_always_areReadByHostCopyAlone() {
    noClasses()
        .that(resideOutsideOfPackages(packages("djl.transfer")))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "reads the numbers of an array", ArchitectureTest::readsNumbers))
        .check(CLASSES);
  }

  private static boolean readsNumbers(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    if (owner.isAssignableTo(NDArray.class) || owner.isEquivalentTo(NDList.class)) {
      return name.matches(READERS);
    }
    return (owner.isEquivalentTo(JniUtils.class) && name.equals("getByteBuffer"))
        || (owner.isEquivalentTo(Parameter.class) && name.equals("save"));
  }

  @Test
  void exits_always_areLeftToTheMainClass() {
    noClasses()
        .that(resideOutsideOfPackages(ROOT))
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  /** Messages of Java are about Java; {@code FailureReason} puts them into words for users. */
  @Test
  void exceptionsOfJava_always_areDescribedByFailureAlone() {
    noClasses()
        .that(resideOutsideOfPackages(packages("failure")))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "quotes an exception of Java", ArchitectureTest::quotesException))
        .check(CLASSES);
  }

  private static boolean quotesException(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    boolean ofJava =
        owner.isAssignableTo(IOException.class)
            || owner.isAssignableTo(UncheckedIOException.class)
            || owner.isAssignableTo(ReflectiveOperationException.class)
            || owner.isAssignableTo(LinkageError.class);
    return (ofJava && name.equals("getMessage"))
        || (owner.isAssignableTo(Throwable.class) && name.equals("toString"));
  }

  private static String[] packages(String names) {
    return Set.of(names.split(" ")).stream()
        .map(name -> name.equals(".") ? ROOT : ROOT + "." + name + "..")
        .toArray(String[]::new);
  }

  private static String rootPackage(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }

  /** Every class of the project that is used lives on the same level or a lower one. */
  private static final class DependDownward extends ArchCondition<JavaClass> {
    DependDownward() {
      super("depend only on their own level and lower ones");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (target.getPackageName().startsWith(ROOT) && level(target) > level(type)) {
          events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
        }
      }
    }

    private static int level(JavaClass type) {
      return LEVELS.getOrDefault(rootPackage(type), Integer.MAX_VALUE);
    }
  }

  /** No class uses a sub-package of another root that is not exported. */
  private static final class KeepInternal extends ArchCondition<JavaClass> {
    KeepInternal() {
      super("use sub-packages of other roots only if they are exported");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (target.getPackageName().startsWith(ROOT + ".")
            && !rootPackage(target).equals(rootPackage(type))
            && isInternal(target.getPackageName().substring(ROOT.length() + 1))) {
          events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
        }
      }
    }

    private static boolean isInternal(String name) {
      return name.contains(".") && !EXPORTED.contains(name);
    }
  }

  /** Reads the fields {@code System.out} or {@code System.err}. */
  private static final class TouchStandardStreams extends ArchCondition<JavaClass> {
    TouchStandardStreams() {
      super("touch System.out or System.err");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      type.getFieldAccessesFromSelf().stream()
          .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
          .filter(access -> access.getTarget().getRawType().isEquivalentTo(PrintStream.class))
          .forEach(
              access -> events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
    }
  }
}
