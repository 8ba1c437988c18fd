/**
 * Readings of NVIDIA GPUs by {@code nvidia-smi}, and what both NVIDIA meters share: the visible
 * GPUs, their compute capability, the processes that use them, and the detection of GPUs in shared
 * use. It runs the tool and parses its output.
 */
package io.github.greenscreen.power.nvidia;
