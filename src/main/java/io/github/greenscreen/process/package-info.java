/**
 * Child processes that run this program again. {@code JavaCommand} builds the command line, {@code
 * CrashFiles} finds the crash files of HotSpot, {@code Crash} describes a crash in a sentence, and
 * {@code ExitStatus} interprets exit codes. This package starts no process itself and does not know
 * runs or training.
 */
package io.github.greenscreen.process;
