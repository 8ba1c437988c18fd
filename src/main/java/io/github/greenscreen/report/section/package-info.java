/**
 * Sections of the report, one class each: the decision page, curves, rankings, effects, importance,
 * distributions, timeline, methods, and more. A section selects what it shows from the context and
 * the analysis and passes it to the PDF writer.
 */
package io.github.greenscreen.report.section;
