package io.github.greenscreen.search;

import io.github.greenscreen.search.axis.Point;
import io.github.greenscreen.space.Configuration;

/** A configuration that may be suggested, and its point. */
record Candidate(Configuration configuration, Point point) {}
