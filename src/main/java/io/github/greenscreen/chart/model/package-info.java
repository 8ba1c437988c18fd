/**
 * Plain records and enums that charts take as input: runs, roles, phases, intervals, coefficients,
 * and highlighted points. They depend on no drawing library, so that the report can build them
 * without drawing.
 */
package io.github.greenscreen.chart.model;
