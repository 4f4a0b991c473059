package io.hyperfleet.persistence.connection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Something of JDBC of which a few methods do something else. */
final class Intercepted {

  /** Answers a call, usually by handing it on. */
  interface Interceptor {
    Object call(Method method, Object[] arguments) throws Throwable;
  }

  private Intercepted() {}

  static <T> T of(Class<T> type, Interceptor interceptor) {
    return type.cast(
        Proxy.newProxyInstance(
            Intercepted.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> interceptor.call(method, arguments)));
  }

  static Object handOn(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
