/**
 * Draws charts of runs: learning curves, power, power traces, distributions, accuracy against cost,
 * effects with intervals, heat maps and timelines. One class creates each chart from plain records,
 * and {@code ChartTheme} gives all of them the same style. Charts are JFreeChart objects without a
 * title, sized in points and meant to be drawn as vectors. NaN is a gap, never a zero. This package
 * must not know the documents in which its charts appear or the text around them.
 */
package io.github.greenscreen.chart;
