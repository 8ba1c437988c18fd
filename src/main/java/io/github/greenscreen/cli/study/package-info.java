/**
 * The command {@code study} with its options, which it checks against those of the runs when the
 * study is resumed, and keeps in the runs folder. It hands them to {@code study}, which runs the
 * steps as commands of this program.
 */
package io.github.greenscreen.cli.study;
