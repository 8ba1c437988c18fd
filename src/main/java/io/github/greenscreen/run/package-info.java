/**
 * Reads and writes run folders. A run folder holds the plan of a run ({@code parameters.yaml}), its
 * log by epoch ({@code logs.csv}, {@code power.csv}) and its status ({@code status.yaml}); {@code
 * RunStore} numbers and lists the folders. Only this package knows file names, columns and number
 * formats, and it makes no decisions. Simple parsers read the files that this program wrote,
 * because they are many times as fast; libraries read everything else.
 */
package io.github.greenscreen.run;
