/**
 * What a set of runs says: metrics of each run, rankings, regressions of energy and power on the
 * parameters, and the configuration to prefer. Records in, records out; nothing is read from or
 * written to disk here, and no number is made up where none was measured.
 */
package io.github.greenscreen.analysis;
