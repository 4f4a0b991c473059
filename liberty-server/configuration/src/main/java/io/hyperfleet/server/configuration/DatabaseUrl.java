package io.hyperfleet.server.configuration;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a PostgreSQL URL apart into the settings that it stands for. */
final class DatabaseUrl {

  static final String RULE =
      "postgresql://user:password@host:port/name, in percent encoding,"
          + " with no query but user, password, sslmode and sslrootcert";

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^/?]*)@)?"
              + "(?<host>\\[[^\\]]*\\]|[^/?:@,]*)(?::(?<port>[^/?]*))?"
              + "(?:/(?<name>[^?]*))?(?:\\?(?<query>.*))?");

  private static final Map<String, String> QUERY =
      Map.of(
          "user", "database.username",
          "password", "database.password",
          "sslmode", "database.ssl.mode",
          "sslrootcert", "database.ssl.root_cert_file");

  private DatabaseUrl() {}

  /** Answers only what the URL says: what it leaves out keeps its other sources. */
  static Map<String, String> parse(String url) {
    Matcher parts = SHAPE.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a PostgreSQL URL");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    put(settings, "database.host", withoutBrackets(parts.group("host")));
    put(settings, "database.port", parts.group("port"));
    put(settings, "database.name", parts.group("name"));
    if (parts.group("user") != null) {
      String[] login = parts.group("user").split(":", 2);
      put(settings, "database.username", login[0]);
      put(settings, "database.password", login.length == 2 ? login[1] : null);
    }
    if (parts.group("query") != null && !parts.group("query").isEmpty()) {
      readQuery(parts.group("query"), settings);
    }
    return settings;
  }

  private static void readQuery(String query, Map<String, String> settings) {
    for (String parameter : query.split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      if (pair.length != 2 || !QUERY.containsKey(pair[0])) {
        throw new IllegalArgumentException("unknown parameter");
      }
      put(settings, QUERY.get(pair[0]), pair[1]);
    }
  }

  private static void put(Map<String, String> settings, String path, String encoded) {
    if (encoded != null && !encoded.isEmpty()) {
      settings.put(path, decode(encoded));
    }
  }

  private static String decode(String encoded) {
    // A plus sign means itself here; only HTML forms use it for a space.
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
