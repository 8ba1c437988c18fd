/**
 * Encodes the search space for numerical samplers: every parameter with more than one value is an
 * axis, every configuration a point. The package tells ordered numbers from unordered categories
 * and converts points back to configurations in the spelling of the space. It does not know trials
 * or samplers.
 */
package io.github.greenscreen.search.axis;
