/**
 * Converters of option values: durations, powers, energies, fractions, counts, seeds. Each parses
 * one kind of value and rejects anything else with a sentence that names the expected form. They
 * know picocli and nothing of the commands that use them.
 */
package io.github.greenscreen.cli.converter;
