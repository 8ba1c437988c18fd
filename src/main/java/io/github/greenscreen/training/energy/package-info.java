/**
 * Energy of a run while it trains: power samples are recorded and integrated per epoch, added up
 * over attempts, and compared with the energy counters of the devices. Gaps and missing readings
 * are kept visible.
 */
package io.github.greenscreen.training.energy;
