/**
 * What all commands share: the base class with its common options, the context that provides
 * services, exit codes, signal handling, and the translation of exceptions into one sentence. It
 * knows picocli and the runs folder, but no single command.
 */
package io.github.greenscreen.cli.support;
