/**
 * Sentences of the report about results, confidence, cost, progress, and next steps, used by the
 * PDF and the web page alike. They are made from the report's context and never compute a
 * statistic.
 */
package io.github.greenscreen.report.text;
