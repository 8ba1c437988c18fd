/**
 * Reads the energy counters of Intel and AMD processors that Linux exposes under {@code
 * /sys/class/powercap}, including their wrap-around and permissions, and turns them into power
 * samples.
 */
package io.github.greenscreen.power.rapl;
