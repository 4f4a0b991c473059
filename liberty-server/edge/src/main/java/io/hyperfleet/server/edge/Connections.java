package io.hyperfleet.server.edge;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.Socket;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The connections of the server and how far each has come with its headers. Nothing that the server
 * publishes tells that, so its own objects are asked. All their members are looked up as it starts:
 * an upgrade that renames one ends the start.
 */
final class Connections {

  /** In place of a number of requests: silent so far, or in the handshake of TLS. */
  static final int BEFORE_HTTP = -1;

  private static final String FRAMEWORK = "com.ibm.wsspi.channelfw.ChannelFrameworkFactory";
  private static final String HTTP = "com.ibm.wsspi.http.channel.values.StatusCodes";
  private static final String HTTP_LINK =
      "com.ibm.ws.http.channel.internal.inbound.HttpInboundLink";

  /** A member of one of those objects. */
  private interface Member {
    Object of(Object owner) throws ReflectiveOperationException;
  }

  private final Member framework;
  private final Member chains;
  private final Member channels;
  private final Class<?> tcp;
  private final Member links;
  private final Member carrier;
  private final Member socket;
  private final Member connection;
  private final Member state;
  private final Object httpLink;
  private final Member isPartial;
  private final Member requests;

  Connections() throws ReflectiveOperationException {
    ClassLoader below = Class.forName(FRAMEWORK).getClassLoader();
    framework = method(below.loadClass(FRAMEWORK), "getChannelFramework");
    chains =
        field(
            below.loadClass("com.ibm.ws.channelfw.internal.ChannelFrameworkImpl"),
            "chainRunningMap");
    channels = method(below.loadClass("com.ibm.ws.channelfw.internal.chains.Chain"), "getChannels");
    tcp = below.loadClass("com.ibm.ws.tcpchannel.internal.TCPChannel");
    links = field(tcp, "inUse");
    Class<?> link = below.loadClass("com.ibm.ws.tcpchannel.internal.TCPConnLink");
    carrier = method(link, "getSocketIOChannel");
    socket = method(below.loadClass("com.ibm.ws.tcpchannel.internal.SocketIOChannel"), "getSocket");
    connection = method(link, "getVirtualConnection");
    state = method(below.loadClass("com.ibm.wsspi.channelfw.VirtualConnection"), "getStateMap");

    ClassLoader http = Class.forName(HTTP).getClassLoader();
    httpLink =
        field(http.loadClass("com.ibm.ws.http.channel.internal.CallbackIDs"), "CALLBACK_HTTPICL")
            .of(null);
    isPartial = field(http.loadClass(HTTP_LINK), "bPartialParsedRequest");
    requests = field(http.loadClass(HTTP_LINK), "numRequestsProcessed");
  }

  private static Member method(Class<?> owner, String name) throws NoSuchMethodException {
    Method method = owner.getMethod(name);
    return method::invoke;
  }

  private static Member field(Class<?> owner, String name) throws NoSuchFieldException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field::get;
  }

  /** Those whose headers are not all there, each with how many requests it sent before. */
  Map<Socket, Integer> unread() {
    Map<Socket, Integer> unread = new HashMap<>();
    try {
      for (Object chain : runningChains()) {
        for (Object channel : (Object[]) channels.of(chain)) {
          if (tcp.isInstance(channel)) {
            addUnread(channel, unread);
          }
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the connections of the server cannot be looked at", e);
    }
    return unread;
  }

  private Collection<?> runningChains() throws ReflectiveOperationException {
    Object all = framework.of(null);
    synchronized (all) { // as its own methods do
      return List.copyOf(((Map<?, ?>) chains.of(all)).values());
    }
  }

  private void addUnread(Object channel, Map<Socket, Integer> unread)
      throws ReflectiveOperationException {
    for (Object some : (Object[]) links.of(channel)) {
      for (Object link : (Collection<?>) some) {
        Object open = carrier.of(link);
        Object through = connection.of(link);
        if (open == null || through == null) {
          continue; // not yet open, or no more
        }
        Object http = ((Map<?, ?>) state.of(through)).get(httpLink);
        if (http == null) {
          unread.put((Socket) socket.of(open), BEFORE_HTTP);
        } else if ((boolean) isPartial.of(http)) {
          unread.put((Socket) socket.of(open), (int) requests.of(http));
        }
      }
    }
  }
}
