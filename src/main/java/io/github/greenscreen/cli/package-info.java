/**
 * The command line: one thin class per subcommand that turns options into a record, hands it to one
 * service, and turns the outcome into an exit code. Results go to standard output, everything else
 * to standard error. Knows picocli and how to say what went wrong; trains, measures, analyses and
 * draws nothing itself, and is given its engine by the main class.
 */
package io.github.greenscreen.cli;
