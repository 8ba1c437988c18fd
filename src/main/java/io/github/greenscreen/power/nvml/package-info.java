/**
 * Access to the NVIDIA Management Library: a small interface of the queries that meters need, and
 * its binding to the shared library of the driver, which is loaded by name on first use. Meters use
 * JNA only through this package. It returns numbers in NVML's own units and turns failure codes
 * into exceptions with a reason; it does not know samples, meters, or runs.
 */
package io.github.greenscreen.power.nvml;
