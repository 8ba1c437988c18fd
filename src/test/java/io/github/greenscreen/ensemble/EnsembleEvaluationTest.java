package io.github.greenscreen.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.training.WorkMeter;
import io.github.greenscreen.training.engine.Classifier;
import io.github.greenscreen.training.engine.TrainedNetworks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EnsembleEvaluationTest {
  private final List<String> seen = new ArrayList<>();
  private final List<Integer> sides = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();
  private final EnsembleEvaluation evaluation =
      new EnsembleEvaluation(
          new NumberNetworks(), new WorkMeter(new NullMeter()), this::images, progress::add);

  /** Half of the images are even. Run 001 takes all for even; run 002 is right, but not sure. */
  @Test
  void of_twoMembers_scoresThemAndTheirEnsembles() {
    EnsembleResult result =
        evaluation.of(List.of(Members.member("001", 1), Members.member("002", 1)));

    assertThat(result.runs()).containsExactly("001", "002");
    assertThat(result.validationImages()).isEqualTo(20);
    assertThat(result.testImages()).isEqualTo(20);
    check(result.members().get(0), "001", 1, 0, 0.5, -Math.log(0.8 * 0.2) / 2);
    check(result.members().get(1), "002", 0, 1, 1, -Math.log(0.6));
    check(result.ensembles().get(0), "mean", 0.5, 0.5, 0.5, -Math.log(0.7 * 0.4) / 2);
    check(
        result.ensembles().get(1),
        "by accuracy",
        1.0 / 3,
        2.0 / 3,
        0.5,
        -Math.log(2.0 / 3 * 1.4 / 3) / 2);
    check(result.ensembles().get(2), "optimised", 0, 1, 1, -Math.log(0.6));
    assertThat(result.members().get(0).test().macroF1()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(result.bestMember().name()).isEqualTo("002");
    assertThat(result.bestEnsemble().name()).isEqualTo("optimised");
  }

  private static void check(
      EvaluatedModel model,
      String name,
      double first,
      double second,
      double accuracy,
      double logLoss) {
    assertThat(model.name()).isEqualTo(name);
    assertThat(model.weights().get(0)).isCloseTo(first, within(1e-12));
    assertThat(model.weights().get(1)).isCloseTo(second, within(1e-12));
    for (Scores scores : List.of(model.validation(), model.test())) {
      assertThat(scores.accuracy()).isEqualTo(accuracy);
      assertThat(scores.logLoss()).isCloseTo(logLoss, within(1e-12));
    }
  }

  @Test
  void of_anyMembers_letsEachClassifyEachImageOnce() {
    List<Member> members = List.of(Members.member("001", 1), Members.member("002", 1));
    HeldOutImages heldOut = HeldOutImages.of(members, Members.images(100));

    evaluation.of(members);

    List<String> once = new ArrayList<>();
    for (Member member : members) {
      IntStream.of(heldOut.validation()).forEach(i -> once.add(member.run() + " " + i));
      IntStream.of(heldOut.test()).forEach(i -> once.add(member.run() + " " + i));
    }
    assertThat(seen).containsExactlyElementsOf(once);
    assertThat(sides).containsExactly(8);
    assertThat(progress)
        .containsExactly(
            "run 001 (resnet20) classifies images: 20 for validation, 20 for the test",
            "run 002 (resnet20) classifies images: 20 for validation, 20 for the test");
  }

  @Test
  void of_membersOfOtherSizes_getTheImagesInTheirs() {
    Member large = withNetwork("002", Members.description(Members.CLASSES, 16));

    EnsembleResult result = evaluation.of(List.of(Members.member("001", 1), large));

    assertThat(sides).containsExactly(8, 16);
    assertThat(result.members().get(1).test().accuracy()).isEqualTo(1);
  }

  @Test
  void of_aMemberOfOtherClasses_isRefused() {
    Member other = withNetwork("002", Members.description(List.of("odd", "even"), 8));
    List<Member> members = List.of(Members.member("001", 1), other);

    assertThatThrownBy(() -> evaluation.of(members))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "run 002 was trained on the classes odd, even, but the images of numbers have the "
                + "classes even, odd; pass the folder of its training with --data");
    assertThat(seen).isEmpty();
  }

  @Test
  void cost_ofAnEnsemble_isThatOfTheMembersWithWeight() {
    EnsembleResult result =
        evaluation.of(List.of(Members.member("001", 1), Members.member("002", 1)));

    PredictionCost first = result.members().get(0).cost();
    PredictionCost second = result.members().get(1).cost();
    assertThat(first.images()).isEqualTo(20);
    assertThat(result.ensembles().get(0).cost()).isEqualTo(first.plus(second));
    assertThat(result.ensembles().get(2).cost()).isEqualTo(second);
    assertThat(result.source()).isEqualTo(PowerSource.NONE);
    assertThat(result.energyProblems()).isEmpty();
  }

  @Test
  void cost_perThousand_isInProportion() {
    PredictionCost cost =
        new PredictionCost(200, 0.5, 0.01).plus(new PredictionCost(200, 1.5, 0.02));

    assertThat(cost.millisPerThousand()).isCloseTo(10_000, within(1e-9));
    assertThat(cost.energyWhPerThousand()).isCloseTo(0.15, within(1e-12));
    assertThat(cost.plus(new PredictionCost(200, 1, Double.NaN)).energyWhPerThousand()).isNaN();
  }

  private static Member withNetwork(String run, NetworkDescription network) {
    return new Member(
        run,
        new ModelFolder(Path.of(run)),
        network,
        OptionalInt.empty(),
        Members.PARTITION,
        1,
        Map.of());
  }

  private ImageSet images(int side) {
    sides.add(side);
    return Members.images(100, side, GivenSplits.NONE);
  }

  /** Reads the number of an image in its first pixel. */
  private final class NumberNetworks implements TrainedNetworks {
    @Override
    public void export(Export export, Path file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Classifier load(ModelFolder folder) {
      String run = folder.path().toString();
      return new Classifier() {
        @Override
        public NetworkDescription description() {
          return Members.description(Members.CLASSES, 8);
        }

        @Override
        public List<double[]> probabilities(List<byte[]> images) {
          images.forEach(pixels -> seen.add(run + " " + pixels[0]));
          return images.stream().map(pixels -> guess(run, pixels[0])).toList();
        }

        @Override
        public void close() {}
      };
    }

    private double[] guess(String run, int number) {
      if (run.equals("001")) {
        return new double[] {0.8, 0.2};
      }
      return number % 2 == 0 ? new double[] {0.6, 0.4} : new double[] {0.4, 0.6};
    }
  }
}
