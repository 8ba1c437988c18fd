/**
 * Pruning during training. A {@code Pruner} keeps a mask of each pruned array on the device and
 * follows a {@code PruningSteps} schedule; a {@code PruningCriterion} chooses weights or filters.
 * {@code FilterRemoval} fills the smaller network without the filters, and {@code StoredSize}
 * measures what pruning saves in the files of the delivered network. The package knows parameters
 * by their specifications only, not the training that owns them.
 */
package io.github.greenscreen.djl.pruning;
