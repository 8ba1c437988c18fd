package io.github.greenscreen.ensemble;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.ensemble.MemberEvaluation.Outcome;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.training.WorkMeter;
import io.github.greenscreen.training.engine.TrainedNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Evaluates trained networks and their ensembles. Every member classifies the held-out images once;
 * all scores follow from these probabilities, and the weights from those of the validation images.
 */
public final class EnsembleEvaluation {
  private final MemberEvaluation evaluation;
  private final IntFunction<ImageSet> images;
  private final Consumer<String> progress;

  /**
   * Create an evaluation.
   *
   * @param networks loads the networks
   * @param meter measures the predictions of the test images
   * @param images returns the data set of all members with images of a height and width in pixels;
   *     called again if a member needs another size than the one before
   * @param progress receives a sentence about each member before it is evaluated
   */
  public EnsembleEvaluation(
      TrainedNetworks networks,
      WorkMeter meter,
      IntFunction<ImageSet> images,
      Consumer<String> progress) {
    evaluation = new MemberEvaluation(networks, meter);
    this.images = images;
    this.progress = progress;
  }

  /**
   * Evaluate {@code members} and their ensembles.
   *
   * @throws io.github.greenscreen.data.image.DataException if the images cannot be read or are not
   *     those of the members' runs, or if no image is held out from all members
   * @throws io.github.greenscreen.run.model.RunFolderException if a network cannot be read
   */
  public EnsembleResult of(List<Member> members) {
    ImageSet current = images.apply(members.get(0).network().side());
    for (Member member : members) {
      MemberEvaluation.check(member, current);
    }
    HeldOutImages heldOut = HeldOutImages.of(members, current);
    List<Outcome> outcomes = new ArrayList<>();
    for (Member member : members) {
      int side = member.network().side();
      current = current.side() == side ? current : images.apply(side);
      progress.accept(sentence(member, heldOut));
      outcomes.add(evaluation.of(member, current, heldOut));
    }
    return result(members, outcomes);
  }

  private static String sentence(Member member, HeldOutImages heldOut) {
    return "run %s (%s) classifies images: %s for validation, %s for the test"
        .formatted(
            member.run(),
            member.network().model(),
            heldOut.validation().length,
            heldOut.test().length);
  }

  private static EnsembleResult result(List<Member> members, List<Outcome> outcomes) {
    List<Predictions> validation = outcomes.stream().map(Outcome::validation).toList();
    return new EnsembleResult(
        members.stream().map(Member::run).toList(),
        IntStream.range(0, members.size())
            .mapToObj(i -> alone(members.get(i), i, outcomes))
            .toList(),
        Arrays.stream(Combination.values())
            .map(how -> model(how.configName(), "", how.weights(validation), outcomes))
            .toList(),
        validation.get(0).images(),
        outcomes.get(0).test().result().images(),
        PowerSource.together(outcomes.stream().map(each -> each.test().source()).toList()),
        outcomes.stream()
            .map(each -> each.test().problem())
            .filter(problem -> !problem.isEmpty())
            .distinct()
            .toList());
  }

  private static EvaluatedModel alone(Member member, int place, List<Outcome> outcomes) {
    List<Double> weights = new ArrayList<>(Collections.nCopies(outcomes.size(), 0.0));
    weights.set(place, 1.0);
    return model(member.run(), member.network().model(), weights, outcomes);
  }

  private static EvaluatedModel model(
      String name, String network, List<Double> weights, List<Outcome> outcomes) {
    List<Predictions> validation = outcomes.stream().map(Outcome::validation).toList();
    List<Predictions> test = outcomes.stream().map(each -> each.test().result()).toList();
    return new EvaluatedModel(
        name,
        network,
        weights,
        Scores.of(Predictions.mean(validation, weights)),
        Scores.of(Predictions.mean(test, weights)),
        IntStream.range(0, weights.size())
            .filter(i -> weights.get(i) > 0)
            .mapToObj(i -> outcomes.get(i).cost())
            .reduce(PredictionCost::plus)
            .orElseThrow());
  }
}
