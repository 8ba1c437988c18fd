/**
 * The whole study: baseline, sweep, analysis, final run, and report, one after the other and
 * resumable. {@code StudyRunner} decides from the runs folder which steps remain, and {@code
 * StudySteps} writes each as a command line of this program; an option reaches every step whose
 * command declares it. The package trains, analyses, and draws nothing itself and knows no command.
 */
package io.github.greenscreen.study;
