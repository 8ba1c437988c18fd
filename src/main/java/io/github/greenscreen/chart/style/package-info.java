/**
 * Common style of all charts: fonts, colours, line renderers, and logarithmic and time axes. Only
 * charts use it, except for the fonts, which documents embed; it knows no runs and no results.
 */
package io.github.greenscreen.chart.style;
