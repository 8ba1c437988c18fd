/**
 * Writes tagged PDF pages: paragraphs, tables, vector charts, headers and footers, and fonts.
 * {@code PdfDocumentWriter} is the only class that places content; the package knows nothing of
 * runs or analysis.
 */
package io.github.greenscreen.report.pdf;
