/**
 * Downloads over HTTP. A {@code Download} fetches one file, continues an interrupted download,
 * gives up on silent servers, and reports its progress to a {@code DownloadListener}. The package
 * does not know the purpose of the files or how to advise users if a server refuses; callers do.
 */
package io.github.greenscreen.download;
