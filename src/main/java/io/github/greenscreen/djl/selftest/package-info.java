/**
 * Finds out, before the first training of a kind on a machine, whether the engine survives it. A
 * {@code Workload} is what would be trained, {@code EngineSettings} are ways to compute it, from
 * fast to safe. {@code SelfTest} tries them in turn, each by a {@code Probe}, which trains a few
 * steps in a child process, and keeps the first that works in a {@code SelfTestStore} until the
 * {@code Machine} changes. This package does not train; the child's main class is given to it.
 */
package io.github.greenscreen.djl.selftest;
