/**
 * The report as one page for a browser: data, style, script and chart library in a single file that
 * opens without a network.
 */
package io.github.greenscreen.report.html;
