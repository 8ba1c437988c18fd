/**
 * Text forms of numbers and durations, the same whatever the locale of the machine: for files,
 * tables, charts, and sentences. Every other package formats its numbers here. The package knows no
 * run, unit system, or file, and depends on the JDK only.
 */
package io.github.greenscreen.format;
