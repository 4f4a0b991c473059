package io.hyperfleet.hostile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the server may print while it is attacked. */
final class ConsoleLines {

  private static final Pattern TROUBLE =
      Pattern.compile(
          "^\\s+at |OutOfMemoryError|StackOverflowError|Exception\\b"
              + "|^\\[(WARN|ERR)|\\b[A-Z]{4,5}[0-9]{4}[EW]\\b|^\\S+ (WARN|ERROR) ");

  /** Clients were told to come back; callers are not known here; the machine was busy. */
  private static final List<String> EXPECTED =
      List.of("no memory left for this request", "server.jwt.enabled is false", "Not warmed up");

  private ConsoleLines() {}

  /** The line, if it tells of something that must not be. */
  static Optional<String> fault(String line) {
    return Optional.of(line)
        .filter(it -> TROUBLE.matcher(it).find())
        .filter(it -> EXPECTED.stream().noneMatch(it::contains));
  }
}
