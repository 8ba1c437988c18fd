/**
 * Which build of PyTorch trains: where builds can lie, what is installed there, which one a command
 * uses, and how a missing one is fetched. {@code Engines} is the entrance; {@code EngineSelector}
 * decides, {@code BuildReader} recognises folders, {@code EngineFetcher} downloads. The decision
 * reaches DJL through system properties ({@code EngineChoice}), so nothing here imports DJL, and no
 * command that does not train looks for a GPU.
 */
package io.github.greenscreen.engine;
