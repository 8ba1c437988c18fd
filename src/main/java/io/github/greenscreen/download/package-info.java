/**
 * Fetching files over HTTP: a {@code Download} brings one file, goes on where an earlier one broke
 * off, gives up on silent servers, and tells a {@code DownloadListener} how far it is. What the
 * files are for and what to advise when a server refuses, the callers know.
 */
package io.github.greenscreen.download;
