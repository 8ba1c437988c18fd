/**
 * The result of an analysis in words and tables: the CSV and YAML files of the report folder, and
 * plain text for a terminal. It only arranges what {@code analysis} found, computes nothing, and
 * knows neither colours nor pages.
 */
package io.github.greenscreen.summary;
