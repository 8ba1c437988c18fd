/**
 * The commands {@code engine}, {@code engine fetch}, and {@code engine info}, which install and
 * describe builds of PyTorch. They print what the package {@code engine} finds and decides; they
 * load no native library themselves.
 */
package io.github.greenscreen.cli.engine;
