/**
 * The port between training and an engine: {@code Trainer} receives a {@code TrainingJob} and
 * reports to a {@code TrainingObserver}. An engine implements the interfaces here; nothing in this
 * package refers to one.
 */
package io.github.greenscreen.training.engine;
