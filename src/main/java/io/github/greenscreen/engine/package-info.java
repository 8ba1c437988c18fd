/**
 * Selection of the PyTorch build that trains: the possible folders of builds, the installed builds,
 * the one that a command uses, and fetching a missing one. {@code Engines} is the entry point;
 * {@code EngineSelector} decides, {@code BuildReader} recognises folders, {@code EngineFetcher}
 * downloads. The decision reaches DJL through system properties ({@code EngineChoice}), so nothing
 * here imports DJL, and no command that does not train looks for a GPU.
 */
package io.github.greenscreen.engine;
