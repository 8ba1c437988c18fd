/**
 * The command line. Each subcommand is a thin class that converts its options to a record, passes
 * it to one service, and turns the outcome into an exit code; option groups and converters are
 * shared. {@code CommandLineApp} runs the commands and {@code CliContext} provides their services.
 * Results go to standard output, everything else to standard error. The commands know picocli and
 * the wording of errors, but must not train, measure, analyse or draw themselves; the main class
 * provides the engine.
 */
package io.github.greenscreen.cli;
