/**
 * The report for decision makers: pages of text, tables, and charts made from the results of the
 * analysis. Each section writes its own content, {@code PdfDocumentWriter} places it on pages, and
 * {@code Typography} defines fonts and colours. The texts about an unfinished study are shared by
 * all forms of the report. Only this package uses OpenPDF; it computes no statistics.
 */
package io.github.greenscreen.report;
