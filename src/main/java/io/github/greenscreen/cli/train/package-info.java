/**
 * The commands {@code train} and {@code final}, which train one run: in a child process if a user
 * calls them, in their own process if a sweep does. The package prepares the run folder, meter, and
 * engine options; training itself happens below.
 */
package io.github.greenscreen.cli.train;
