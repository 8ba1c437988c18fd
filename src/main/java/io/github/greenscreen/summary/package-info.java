/**
 * Formats the result of an analysis: the CSV, YAML and JSON files of the report folder, and plain
 * text for a terminal. {@code SummaryWriter} writes the files, {@code AnalysisText} the text.
 * {@code RunTable}, {@code RankingTables}, and {@code RegressionTables} say once which columns a
 * table has, for files, terminals, and the report; the other classes format one part each. The
 * package only arranges the results of {@code analysis}, computes nothing, and does not know
 * colours or HTML and PDF pages.
 */
package io.github.greenscreen.summary;
