/**
 * What a person sees while the program works: tables with aligned columns, a live bar with the time
 * left where standard error is a terminal, and plain lines where it is a file or a pipe. Listens to
 * the events of trainings and sweeps; decides nothing and writes to the writer it was given.
 */
package io.github.greenscreen.console;
