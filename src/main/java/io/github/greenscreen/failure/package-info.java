/**
 * Describes failures for users. A {@code FailureReason} turns what Java throws into a phrase that
 * follows a colon, such as "permission denied"; {@code JavaNames} removes names of classes and
 * packages from the messages of libraries. The package does not know what was attempted or how to
 * advise; callers do.
 */
package io.github.greenscreen.failure;
