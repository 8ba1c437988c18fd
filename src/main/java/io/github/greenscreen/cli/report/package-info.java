/**
 * The commands {@code analyze}, {@code report}, and {@code runs}, which read run folders and print
 * or write what they show. {@code ReportService} analyses the runs and writes tables, PDF, and
 * HTML; {@code ReportWatcher} repeats that while a sweep continues.
 */
package io.github.greenscreen.cli.report;
