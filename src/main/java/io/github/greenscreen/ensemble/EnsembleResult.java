package io.github.greenscreen.ensemble;

import io.github.greenscreen.power.PowerSource;
import java.util.List;
import java.util.Objects;

/**
 * How members and ensembles perform on images that no member was trained on.
 *
 * @param runs names of the members' runs
 * @param members each member by itself, in the same order
 * @param ensembles the ensemble of all members by each {@link Combination}
 * @param validationImages number of images from which the weights were chosen
 * @param testImages number of images of the test
 * @param source the origin of the power
 * @param energyProblems why energy was not measured, and what to do, without full stops; empty if
 *     it was, or if there is no meter
 */
public record EnsembleResult(
    List<String> runs,
    List<EvaluatedModel> members,
    List<EvaluatedModel> ensembles,
    int validationImages,
    int testImages,
    PowerSource source,
    List<String> energyProblems) {
  public EnsembleResult {
    runs = List.copyOf(runs);
    members = List.copyOf(members);
    ensembles = List.copyOf(ensembles);
    Objects.requireNonNull(source);
    energyProblems = List.copyOf(energyProblems);
  }

  /** Return the member that is best on the validation images. */
  public EvaluatedModel bestMember() {
    return EvaluatedModel.best(members);
  }

  /** Return the ensemble that is best on the validation images. */
  public EvaluatedModel bestEnsemble() {
    return EvaluatedModel.best(ensembles);
  }
}
