/**
 * Pictures of runs: learning and power curves, distributions, and accuracy against its cost, one
 * class per chart, all in one theme. Charts are JFreeChart objects without a title, sized in points
 * and meant to be drawn as vectors; where they go, and what is written around them, is not known
 * here. Not-a-number is a gap, never a zero.
 */
package io.github.greenscreen.chart;
