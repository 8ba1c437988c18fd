package io.github.greenscreen.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.Precision;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor --precision} with an engine that only says how long its steps took. */
final class ThroughputBenchmarkTest {
  private static final String PINNED =
      "doctor --precision --set precision=float32 --set memory_format=channels_last";

  @TempDir private Path folder;
  private CliFixture cli;
  private final List<String> trials = new ArrayList<>();

  /** The trial, from 1, whose every step takes 100 s more; 0 for none. */
  private int disturbed;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder).with(this::train);
  }

  @Test
  void doctorPrecision_everyCell_isATableWithReasonsBelow() {
    Outcome outcome = cli.run("doctor --precision --set precision=float32");

    assertThat(outcome.code()).isZero();
    Golden.check(ThroughputBenchmarkTest.class, "speeds.txt", outcome.out());
  }

  @Test
  void doctorPrecision_markdown_hasTheSameRows() {
    Outcome outcome = cli.run("doctor --precision --markdown --set precision=float32");

    Golden.check(ThroughputBenchmarkTest.class, "speeds.md", outcome.out());
  }

  @Test
  void doctorPrecision_nothingPinned_hasARowForEveryPrecisionAndCompilation() {
    String out = cli.run("doctor --precision").out();

    for (Precision precision : Precision.values()) {
      assertThat(out)
          .containsPattern(row(precision, "channels_last +None"))
          .containsPattern(row(precision, "channels_last +jit_compilation"))
          .containsPattern(row(precision, "contiguous +None"))
          .doesNotContainPattern(row(precision, "contiguous +jit_compilation"));
    }
    assertThat(out).contains("\nglobal_policy_float16 ran with precision_effective bfloat16\n");
  }

  private static String row(Precision precision, String rest) {
    return "(?m)^" + precision.configName() + " +" + rest + " +\\S+ +\\S+$";
  }

  @Test
  void doctorPrecision_cells_areMeasuredInTurnThreeTimesOver() {
    Outcome outcome = cli.run(PINNED + " --set batch_size=8");

    List<String> round = List.of("None imagenet 8", "None cifar 8", "jit_compilation imagenet 8");
    assertThat(trials.subList(0, 3)).isEqualTo(round);
    assertThat(trials.get(3)).isEqualTo("jit_compilation cifar 8");
    assertThat(trials.subList(4, 7)).isEqualTo(round);
    assertThat(trials.subList(7, 10)).isEqualTo(round);
    assertThat(trials).hasSize(10);
    assertThat(outcome.err())
        .startsWith("round 1 of 3: float32, channels_last, None, imagenet stem: 16.0 images/s\n")
        .contains(
            "round 1 of 3: float32, channels_last, jit_compilation, cifar stem: out of memory\n")
        .doesNotContain("round 2 of 3: float32, channels_last, jit_compilation, cifar");
  }

  @Test
  void doctorPrecision_oneRoundIsDisturbed_countsTheMedianRound() {
    disturbed = 1;
    String out = cli.run(PINNED + " --set internal=None").out();

    assertThat(out).containsPattern("(?m)^float32 +channels_last +None +64.0 +8.0$");
  }

  @Test
  void doctorPrecision_networkWithoutAStem_hasOneColumn() {
    String out =
        cli.run(
                "doctor --precision --set model=resnet20 --set precision=float64 --set stem=imagenet")
            .out();

    assertThat(out)
        .startsWith("Images/s in training resnet20, batch size 32, on a fake (threads 2,");
    assertThat(out.lines().skip(2).findFirst())
        .contains("precision  memory format  compilation      images/s");
  }

  @Test
  void doctorPrecision_nothingTrains_returns1() {
    Outcome outcome = cli.run("doctor --precision --set precision=float16");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).startsWith("Images/s in training resnet50, batch size 32\n\n");
  }

  /** A step takes half a second; eight times as long with the CIFAR stem, half of it compiled. */
  private TrainingResult train(TrainingJob job, TrainingObserver observer) {
    Hyperparameters how = job.hyperparameters();
    trials.add(how.internal().configName() + " " + how.stem().configName() + " " + how.batchSize());
    if (how.precision() == Precision.FLOAT16) {
      throw new UnsupportedChoiceException("precision float16 comes later");
    }
    boolean compiled = how.internal() == ExecutionMode.JIT_COMPILATION;
    if (compiled && how.stem() == Stem.CIFAR) {
      throw new IllegalStateException("out of memory\nand a second line");
    }
    boolean mixed = how.precision() == Precision.GLOBAL_POLICY_FLOAT16;
    observer.trainingBegins(
        new EngineInfo(
            NetworkSize.ofParameters(1),
            Map.of("device", "a fake", "threads", "2", "pytorch", "2.7.1"),
            mixed ? Map.of("precision_effective", "bfloat16") : Map.of()));
    double seconds = (how.stem() == Stem.CIFAR ? 8 : 1) * (compiled ? 0.25 : 0.5);
    seconds *= how.memoryFormat() == MemoryFormat.CONTIGUOUS ? 2 : 1;
    seconds += trials.size() == disturbed ? 100 : 0;
    for (int epoch = 0; epoch < job.epochs(); epoch++) {
      double cold = epoch == 0 ? 5 : 0;
      observer.epochEnded(
          new EpochResult(epoch, 1, 1, 1, 1, 1, 0, 0, seconds + cold, 99, 0, how.batchSize()));
    }
    return new TrainingResult(0, 0, 0, Map.of());
  }
}
