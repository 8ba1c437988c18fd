/**
 * One model of tables: {@code Table} has a title, columns, and rows; a {@code Column} knows its
 * name in files, its headings, its unit, how its cells are formatted, and which value of a row it
 * shows. Renderers are thin: {@code TextTable} for terminals, {@code CsvRows}, and {@code
 * JsonObject} here, {@code PdfTable} in the report. The package knows nothing of what tables show.
 */
package io.github.greenscreen.table;
