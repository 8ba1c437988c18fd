/**
 * The command {@code simulate}, which tries samplers and early stoppers on recorded runs or tables
 * of measured results. It parses the table options and prints the summary; the package {@code
 * simulation} does the search.
 */
package io.github.greenscreen.cli.simulate;
