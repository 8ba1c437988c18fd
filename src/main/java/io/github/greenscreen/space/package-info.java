/**
 * The search space as pure values: which parameters there are, which values each may take, and one
 * choice for each of them. Everything above speaks of configurations in these words; nothing here
 * reads a file, trains, or knows what a value means to a network.
 */
package io.github.greenscreen.space;
