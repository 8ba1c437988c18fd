/**
 * The program. This package holds the main classes of greenscreen and of its child processes; they
 * connect the other packages and run one command. No package imports from one that stands above it
 * in the table of levels, which {@code ArchitectureTest} holds.
 */
package io.github.greenscreen;
