/**
 * The search space as immutable values: the parameters, the values that each can take, their
 * conditions and distributions, and configurations, which assign a value to each parameter. All
 * other packages use these types. This package reads no files, does not train, and does not know
 * what a value means to a network.
 */
package io.github.greenscreen.space;
