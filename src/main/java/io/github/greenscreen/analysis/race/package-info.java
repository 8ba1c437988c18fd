/**
 * A race of configurations: each is trained with one more seed per round, until one is better than
 * all others with a stated confidence. {@code Race} decides from the numbers alone who is still in
 * it and when it is over; {@code RaceOutcome} adds which runs the numbers come from. The package
 * trains nothing, and must not read or write files.
 */
package io.github.greenscreen.analysis.race;
