/**
 * Displays progress to the user. {@code ProgressBar} draws a live bar with the time left if
 * standard error is a terminal, and writes plain lines if it is a file or a pipe. The other classes
 * listen to the events of downloads, trainings and sweeps and format them. This package makes no
 * decisions, writes only to the writer passed to it, and must not know the commands.
 */
package io.github.greenscreen.console;
