package io.github.greenscreen.cli.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles every signal that asks the process to end, while work continues; a shutdown hook would
 * see only the first. If this JVM does not permit signal handlers, a shutdown hook is used.
 */
public final class SignalHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(SignalHandlers.class);
  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  private SignalHandlers() {}

  /** Run {@code work} and return its result; call {@code heard} at every signal meanwhile. */
  public static <T> T telling(Runnable heard, Supplier<T> work) {
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

  /**
   * Call {@code heard} at every signal {@code name}, and return an action that restores the former
   * handler.
   */
  private static Runnable handle(String name, Runnable heard) {
    try {
      // Every JDK has these classes, but the compiler rejects direct references to them.
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
      // The signal does not exist on this system, or this JVM was started without handlers for it.
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

  /** This JVM does not have the signal classes. */
  private static final class UnsupportedSignalsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedSignalsException(Throwable cause) {
      super(cause);
    }
  }
}
