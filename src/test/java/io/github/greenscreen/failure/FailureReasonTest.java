package io.github.greenscreen.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FailureReasonTest {
  @ParameterizedTest
  @MethodSource({"files", "networks", "programs"})
  void of_kindOfFailure_isSaidInWords(Throwable failure, String expected) {
    assertThat(FailureReason.of(failure)).isEqualTo(expected);
    assertThat(FailureReason.of(new UncheckedIOException(new IOException(failure))))
        .as("wrapped")
        .isEqualTo(expected);
    assertThat(JavaNames.areIn(expected)).isFalse();
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(new NoSuchFileException("/a"), "does not exist"),
        Arguments.of(new FileNotFoundException("/a (Is a directory)"), "Is a directory"),
        Arguments.of(new FileNotFoundException("/a"), "does not exist"),
        Arguments.of(new AccessDeniedException("/a"), "permission denied"),
        Arguments.of(
            new FileAlreadyExistsException("/a"), "a file exists where a folder is expected"),
        Arguments.of(new NotDirectoryException("/a"), "a file exists where a folder is expected"),
        Arguments.of(new DirectoryNotEmptyException("/a"), "the folder is not empty"),
        Arguments.of(new FileSystemLoopException("/a"), "its links lead back to it"),
        Arguments.of(
            new FileSystemException("/a", null, "Read-only file system"), "Read-only file system"),
        Arguments.of(new FileSystemException("/a"), "the file system refuses it"),
        Arguments.of(new MalformedInputException(3), "not UTF-8 text"),
        Arguments.of(new EOFException(), "ends too early"),
        Arguments.of(
            new ZipException("Not in GZIP format"), "damaged archive (Not in GZIP format)"),
        Arguments.of(new ZipException(), "damaged archive"),
        Arguments.of(new ClosedChannelException(), "closed meanwhile"),
        Arguments.of(new OverlappingFileLockException(), "in use by this program already"),
        Arguments.of(
            new InvalidPathException("a\0b", "Nul character not allowed"),
            "\"a\\0b\" is not a valid path"));
  }

  static Stream<Arguments> networks() {
    ConnectException unresolved = new ConnectException();
    unresolved.initCause(new UnresolvedAddressException());
    ConnectException closed = new ConnectException();
    closed.initCause(new ClosedChannelException());
    return Stream.of(
        Arguments.of(
            new UnknownHostException("a.org: Name or service not known"),
            "no connection to a.org: unknown host name"),
        Arguments.of(new UnknownHostException(), "no connection: unknown host name"),
        Arguments.of(unresolved, "no connection: unknown host name"),
        Arguments.of(closed, "no connection"),
        Arguments.of(
            new ConnectException("Connection refused"), "no connection: connection refused"),
        Arguments.of(new NoRouteToHostException("No route to host"), "no route to the host"),
        Arguments.of(
            new HttpConnectTimeoutException("HTTP connect timed out"), "no connection in time"),
        Arguments.of(new SocketTimeoutException("Connect timed out"), "no connection in time"),
        Arguments.of(new SocketTimeoutException("Read timed out"), "no answer in time"),
        Arguments.of(new HttpTimeoutException("request timed out"), "no answer in time"),
        Arguments.of(new SocketException("Connection reset"), "Connection reset"),
        Arguments.of(
            new IOException("HTTP/1.1 header parser received no bytes", new EOFException()),
            "the server closed the connection without an answer"),
        Arguments.of(
            new IOException("fixed content-length: 10, bytes received: 3", new EOFException()),
            "the connection closed early"),
        Arguments.of(
            new ProtocolException("Invalid status line: \"hello\""), "the answer is not HTTP"),
        Arguments.of(
            new SSLHandshakeException(
                "PKIX path building failed: sun.security.provider.certpath."
                    + "SunCertPathBuilderException: unable to find valid certification path"),
            "the certificate of the server is not accepted (unable to find valid certification "
                + "path)"),
        Arguments.of(
            new SSLHandshakeException("No subject alternative DNS name matching a.org found."),
            "the certificate of the server is not accepted (no subject alternative DNS name "
                + "matching a.org found)"),
        Arguments.of(
            new SSLException("Unrecognized SSL message, plaintext connection?"),
            "no secure connection (unrecognized SSL message, plaintext connection?)"),
        Arguments.of(new SSLException((String) null), "no secure connection"),
        Arguments.of(new ClosedByInterruptException(), "interrupted"));
  }

  static Stream<Arguments> programs() {
    return Stream.of(
        Arguments.of(new OutOfMemoryError("Java heap space"), "out of memory (Java heap space)"),
        Arguments.of(new OutOfMemoryError(), "out of memory"),
        Arguments.of(new StackOverflowError(), "nested too deeply"),
        Arguments.of(
            new UnsatisfiedLinkError("/c/a.so: /c/a.so: failed to map segment"),
            "/c/a.so: failed to map segment"),
        Arguments.of(
            new UnsatisfiedLinkError("/c/a.so: libb.so: cannot open shared object file"),
            "/c/a.so: libb.so: cannot open shared object file"),
        Arguments.of(new InterruptedException("sleep interrupted"), "interrupted"),
        Arguments.of(new InterruptedIOException(), "interrupted"),
        Arguments.of(new TimeoutException(), "no answer in time"),
        Arguments.of(
            new NumberFormatException("For input string: \"4x\""), "\"4x\" is not a number"),
        Arguments.of(
            new NumberFormatException("For input string: \"4x\" under radix 16"),
            "\"4x\" is not a number"),
        Arguments.of(new NumberFormatException("Cannot parse null string"), "not a number"),
        Arguments.of(
            new NoClassDefFoundError("com/sun/jna/Native"),
            "a part of the program is missing or cannot be used; install it again"),
        Arguments.of(
            new NullPointerException("Cannot invoke \"String.length()\" because \"a\" is null"),
            "internal error"),
        Arguments.of(new ClassCastException("class a.B cannot be cast to c.D"), "internal error"),
        Arguments.of(new ArrayIndexOutOfBoundsException("Index 3 out of bounds"), "internal error"),
        Arguments.of(new NoSuchElementException("No value present"), "internal error"),
        Arguments.of(new ConcurrentModificationException(), "internal error"),
        Arguments.of(new IllegalStateException(), "internal error"),
        Arguments.of(new IllegalArgumentException("lr is \"x\""), "lr is \"x\""),
        Arguments.of(
            new IllegalStateException("java.lang.IllegalStateException: the disk is full"),
            "the disk is full"));
  }

  @Test
  void of_wrapperThatOnlyRepeatsItsCause_isLeftOut() {
    Exception cause = new NoSuchFileException("/a");

    assertThat(
            FailureReason.of(new ExecutionException(new UncheckedIOException((IOException) cause))))
        .isEqualTo("does not exist");
  }

  @Test
  void of_wrapperThatSaysSomething_isFollowedByTheRootCauseAndItsFile() {
    Exception middle = new IllegalStateException("middle", new AccessDeniedException("/c/lib"));

    assertThat(FailureReason.of(new RuntimeException("cannot unpack", middle)))
        .isEqualTo("cannot unpack: /c/lib: permission denied");
    assertThat(FailureReason.of(new RuntimeException("cannot unpack /c/lib", middle)))
        .isEqualTo("cannot unpack /c/lib: permission denied");
  }

  @Test
  void of_causesInACircle_ends() {
    Exception first = new IllegalStateException("first");
    Exception second = new IllegalStateException("second", first);
    first.initCause(second);

    assertThat(FailureReason.of(first)).isEqualTo("first: second");
  }

  @Test
  void of_classThatCouldNotBeInitialised_saysWhy() {
    Throwable why =
        new ExceptionInInitializerError(
            "Exception java.lang.UnsatisfiedLinkError: /c/jna.tmp: cannot be loaded "
                + "[in thread \"main\"]");
    Throwable failure = new NoClassDefFoundError("Could not initialize class com.sun.jna.Native");
    failure.initCause(why);

    assertThat(FailureReason.of(failure)).isEqualTo("/c/jna.tmp: cannot be loaded");
  }

  @Test
  void of_fileBelowAnotherFile_saysThatItIsInTheWay(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    String below = file.resolve("x").toString();

    assertThat(FailureReason.of(new FileSystemException(below, null, "Not a directory")))
        .isEqualTo("a file exists where a folder is expected");
  }

  @Test
  void withFile_fileIsKnown_namesItFirst() {
    assertThat(FailureReason.withFile(new AccessDeniedException("/a/b")))
        .isEqualTo("/a/b: permission denied");
    assertThat(FailureReason.withFile(new UncheckedIOException(new AccessDeniedException("/a/b"))))
        .isEqualTo("/a/b: permission denied");
    assertThat(FailureReason.withFile(new IOException("No space left on device")))
        .isEqualTo("No space left on device");
  }

  @Test
  void areIn_namesOfClassesAndPackages_isTrue() {
    assertThat(
            List.of(
                "threw java.lang.IllegalStateException",
                "EngineException: failed",
                "ai.djl.engine.EngineException: failed",
                "not CSV: org.apache.commons.csv.CSVException: at line 1",
                "class io.github.greenscreen.run.RunStore",
                "NullPointerException"))
        .allMatch(JavaNames::areIn);
  }

  @Test
  void areIn_pathsHostsAndWords_isFalse() {
    assertThat(
            List.of(
                "/home/a/java.Lib/x: permission denied",
                "an Error: in a sentence",
                "https://docs.djl.ai/Errors",
                "java 17 is needed",
                "see Exceptions.md",
                "crashed in libtorch_cpu.so, at::native::Error"))
        .noneMatch(JavaNames::areIn);
  }

  @Test
  void removedFrom_labelsAndPackages_keepsTheRest() {
    assertThat(JavaNames.removedFrom("java.io.IOException: a: EngineException: b"))
        .isEqualTo("a: b");
    assertThat(JavaNames.removedFrom("no class ai.djl.engine.Engine in /lib/java.io.File"))
        .isEqualTo("no class Engine in /lib/java.io.File");
    assertThat(JavaNames.removedFrom("java.lang.IllegalStateException")).isEmpty();
  }
}
