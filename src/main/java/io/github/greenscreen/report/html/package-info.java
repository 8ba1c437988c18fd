/**
 * The report as one HTML page: data, style, script, and chart library in a single file that opens
 * without a network. {@code HtmlReport} writes the file, {@code PageData} collects the data from
 * the report input. The package computes no statistics and does not know the PDF.
 */
package io.github.greenscreen.report.html;
