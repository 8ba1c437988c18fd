/**
 * Launchers start runs in processes of their own and own the slots, GPUs or shares of the
 * processors, on which they run. {@code LocalLauncher} starts children on this machine and isolates
 * them from the signals of the terminal.
 */
package io.github.greenscreen.sweep.launch;
