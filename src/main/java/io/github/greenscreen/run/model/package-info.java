/**
 * What is recorded of runs, sweeps, and ask-and-tell studies, as immutable records: plan, status,
 * epochs, energy, limits, and result. The records know no file; the package {@code run.format}
 * reads and writes them.
 */
package io.github.greenscreen.run.model;
