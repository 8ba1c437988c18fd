/**
 * The command {@code study}: baseline, sweep, analysis, final run, and report, one after the other
 * and resumable. {@code StudyRunner} decides which steps remain and runs each as a command of this
 * program; an option reaches every step whose command declares it. The package trains, analyses,
 * and draws nothing itself.
 */
package io.github.greenscreen.cli.study;
