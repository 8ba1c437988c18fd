/**
 * The NVIDIA Management Library as the meters see it: a small interface of what is asked of the
 * driver, and its binding to the shared library that comes with the driver, loaded by name when it
 * is first wanted. This package alone sees JNA. It knows numbers in NVML's own units and return
 * codes, each an exception with its reason; it knows nothing of samples, meters or runs.
 */
package io.github.greenscreen.power.nvml;
