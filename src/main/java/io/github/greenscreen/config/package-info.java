/**
 * Reads {@code config.yaml} into the values that the lower packages own: the search space, the
 * method and how many runs it may cost. The file is composed into nodes and never constructed into
 * objects, so that values keep their spelling, hostile tags do nothing and every problem has its
 * line. Each section has a small reader of its own; all of them add to one list of problems, which
 * is thrown at the end. Nothing here knows how a configuration is chosen, trained or stored.
 */
package io.github.greenscreen.config;
