/**
 * Devices of the engine: loading PyTorch, choosing CPU or GPU, holding a device for idle
 * measurements, and facts about the device for the records of a run. It trains nothing.
 */
package io.github.greenscreen.djl.device;
