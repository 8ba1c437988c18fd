/**
 * Reads {@code config.yaml} into a {@link Config}: the search space, the sampler, objectives,
 * constraints, the early stopper and the number of runs, for the built-in trainer or for another
 * program. The file is parsed into nodes and never constructed into objects, so that values keep
 * their spelling, hostile tags have no effect and every error has its line ({@code config.syntax}).
 * Each section has a small reader; all of them add to one list of errors, which is thrown at the
 * end, and to one of warnings, which the configuration keeps. This package must not know how
 * configurations are chosen, trained or stored.
 */
package io.github.greenscreen.config;
