/**
 * The search space as samplers calculate with it: every parameter that can vary is an axis, every
 * configuration a point of numbers. Tells numbers that have an order from names that have none, and
 * turns points back into configurations in the spelling of the space.
 */
package io.github.greenscreen.search.axis;
