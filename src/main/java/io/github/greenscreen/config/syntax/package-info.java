/**
 * Reads the YAML of a configuration file: text, nodes, mappings with merge keys, and single values,
 * each with its line. Errors and warnings about them are collected in one list per file, to which
 * the sections of the file add theirs. This package must not know which keys a file has or what its
 * values mean.
 */
package io.github.greenscreen.config.syntax;
