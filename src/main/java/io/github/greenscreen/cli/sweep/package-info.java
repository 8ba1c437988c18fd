/**
 * The commands {@code sweep} and {@code space}: they read the search space, turn options into a
 * plan, remember the options for {@code --resume}, run the sweep with signals connected, and
 * summarise its outcome. The sweep itself is carried out by the package {@code sweep}.
 */
package io.github.greenscreen.cli.sweep;
