package io.github.greenscreen.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles every signal that asks a process to end while it continues; a shutdown hook would see
 * only the first. If this Java does not permit signal handlers, the hook is used.
 */
final class SignalHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(SignalHandlers.class);
  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  private SignalHandlers() {}

  /** Do {@code work} and return its result; call {@code heard} at every signal meanwhile. */
  static <T> T telling(Runnable heard, Supplier<T> work) {
    List<Runnable> undo = new ArrayList<>();
    try {
      NAMES.forEach(name -> undo.add(handle(name, heard)));
      return work.get();
    } catch (UnsupportedSignalsException e) {
      LOG.debug("handling signals with a shutdown hook", e);
      return Shutdown.stopping(heard, work);
    } finally {
      undo.forEach(Runnable::run);
    }
  }

  /** Call {@code heard} at every signal {@code name} and return how to undo that. */
  private static Runnable handle(String name, Runnable heard) {
    try {
      // The classes are there in every JDK, but the compiler refuses them their names.
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method handle = type.getMethod("handle", type, handlerType);
      Object signal = type.getConstructor(String.class).newInstance(name);
      Object handler =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  heard.run();
                  return null;
                }
                return method.getName().equals("hashCode")
                    ? (Object) System.identityHashCode(proxy)
                    : method.getName().equals("equals") ? proxy == arguments[0] : "a handler";
              });
      Object former = handle.invoke(null, signal, handler);
      return () -> restore(handle, signal, former);
    } catch (InvocationTargetException e) {
      // No such signal here, or this Java was told to leave it alone.
      LOG.debug("cannot handle signal {}", name, e);
      return () -> {};
    } catch (ReflectiveOperationException e) {
      throw new UnsupportedSignalsException(e);
    }
  }

  private static void restore(Method handle, Object signal, Object former) {
    try {
      handle.invoke(null, signal, former);
    } catch (ReflectiveOperationException e) {
      LOG.debug("cannot restore the handler of {}", signal, e);
    }
  }

  /** This Java has no such classes. */
  private static final class UnsupportedSignalsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedSignalsException(Throwable cause) {
      super(cause);
    }
  }
}
