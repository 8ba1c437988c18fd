/**
 * Self-tests that find out, before the first training of a kind on a machine, whether the engine
 * can run it. A {@code Workload} describes the training; {@code EngineSettings} are ways to compute
 * it, from fast to safe. {@code SelfTest} tries them in turn with a {@code Probe}, which trains a
 * few steps in a child process, and keeps the first that works in a {@code SelfTestStore} until the
 * {@code Machine} changes. This package does not train; the child's main class is passed to it.
 */
package io.github.greenscreen.djl.selftest;
