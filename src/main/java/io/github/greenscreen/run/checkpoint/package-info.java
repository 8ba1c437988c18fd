/**
 * Checkpoints of a run: the engine's state beside a description with its checksum. The folder keeps
 * the last two, verifies them before use, and falls back to the earlier one if the last is damaged.
 */
package io.github.greenscreen.run.checkpoint;
