package io.hyperfleet.schema;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A format of strings that is checked; any other name is a remark for people. */
record StringFormat(String name, Predicate<String> rule, String reason) {

  private static final Predicate<String> TIME =
      matching(
          "(?i)T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?"
              + "(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)?");
  private static final Predicate<String> IPV6_CHARACTERS =
      matching("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final List<StringFormat> ALL =
      List.of(
          new StringFormat("date", StringFormat::isDate, "not a date like 2026-01-31"),
          new StringFormat(
              "date-time", StringFormat::isDateTime, "not a time like 2026-01-31T23:59:59Z"),
          // Both alphabets, with or without padding: that is what the original service takes.
          new StringFormat("byte", matching("[A-Za-z0-9+/_-]*+=*"), "not base64"),
          new StringFormat("email", matching("[^@\\s]++@[^@\\s<>\",]+"), "not an email address"),
          new StringFormat(
              "uuid", matching("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "not a UUID"),
          new StringFormat(
              "ipv4",
              matching("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}"),
              "not an IPv4 address like 192.0.2.1"),
          new StringFormat("ipv6", StringFormat::isIpv6, "not an IPv6 address like 2001:db8::1"),
          new StringFormat("uri", StringFormat::isUri, "not an absolute URI"));

  static Optional<StringFormat> named(String name) {
    return ALL.stream().filter(format -> format.name.equals(name)).findFirst();
  }

  boolean matches(String text) {
    return rule.test(text);
  }

  private static Predicate<String> matching(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).getYear() >= 0;
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }

  /** A time without a zone passes: the original service takes it. */
  private static boolean isDateTime(String text) {
    return text.length() > 10 && isDate(text.substring(0, 10)) && TIME.test(text.substring(10));
  }

  /** The characters are looked at first, so that no name is ever resolved. */
  private static boolean isIpv6(String text) {
    try {
      return IPV6_CHARACTERS.test(text) && InetAddress.getByName('[' + text + ']') != null;
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException notAUri) {
      return false;
    }
  }
}
