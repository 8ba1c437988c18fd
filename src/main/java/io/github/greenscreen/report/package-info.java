/**
 * The report that a decision can rest on: pages of words, tables and charts made from what the
 * analysis found. Sections know what to say, the sheet knows where it goes on the page, and
 * typography knows how it looks. What an unfinished study lacks is put into words for all forms at
 * once. This package alone sees OpenPDF; it computes no statistics.
 */
package io.github.greenscreen.report;
