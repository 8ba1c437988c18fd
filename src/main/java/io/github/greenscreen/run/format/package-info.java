/**
 * Codecs of the files in a run folder and of the sweep's own files: YAML mappings and CSV tables in
 * the formats of the original study. Each codec parses and formats one kind of file and reports
 * errors with file and line.
 */
package io.github.greenscreen.run.format;
