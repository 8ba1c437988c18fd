/**
 * Child processes that run this program again: {@code JavaCommand} is the command line of one,
 * {@code CrashFiles} finds what HotSpot wrote where a JVM crashed, {@code Crash} says in a sentence
 * what that was, and {@code ExitStatus} what an exit code alone says. This package starts nothing
 * itself and knows nothing of runs or training.
 */
package io.github.greenscreen.process;
