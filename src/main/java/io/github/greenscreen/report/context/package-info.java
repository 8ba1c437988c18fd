/**
 * What the sections of a report share: the input, the highlighted runs, the labels of responses,
 * the conditions of the experiment, and the state of the study. It is computed once per report from
 * the analysis; it draws and writes nothing.
 */
package io.github.greenscreen.report.context;
