/**
 * The program. This package holds the main classes of greenscreen and of its child processes; they
 * connect the other packages and run one command. No package imports from a package above it in the
 * table of levels, which {@code ArchitectureTest} checks.
 */
package io.github.greenscreen;
