/**
 * Ensembles: several trained networks whose probabilities are averaged. {@code HeldOutImages} finds
 * the images that no member was trained on, {@code MemberEvaluation} lets every member classify
 * them once, {@code Combination} chooses the weights of the members by the validation images alone,
 * and {@code EnsembleEvaluation} scores members and ensembles. The package knows no engine, no
 * command, and no format of results.
 */
package io.github.greenscreen.ensemble;
