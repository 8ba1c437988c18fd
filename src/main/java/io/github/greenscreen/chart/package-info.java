/**
 * Pictures of runs: learning and power curves, power traces, distributions, accuracy against its
 * cost, effects with intervals, parameters and times of all runs, one class per chart, all in one
 * theme. Charts are JFreeChart objects without a title, sized in points and meant to be drawn as
 * vectors; where they go, and what is written around them, is not known here. Not-a-number is a
 * gap, never a zero.
 */
package io.github.greenscreen.chart;
