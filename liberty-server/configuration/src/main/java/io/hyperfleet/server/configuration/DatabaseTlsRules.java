package io.hyperfleet.server.configuration;

import io.hyperfleet.server.tls.Pem;
import io.hyperfleet.server.tls.UnusableFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How TLS to the database has to be configured. It is asked for completely, or not at all. */
final class DatabaseTlsRules {

  private static final String MODE = "database.ssl.mode";
  private static final String AUTHORITY = "database.ssl.root_cert_file";
  private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.[0-9.]+|::1)?");

  private final Map<String, Value> values;
  private final Findings findings;

  DatabaseTlsRules(Map<String, Value> values, Findings findings) {
    this.values = values;
    this.findings = findings;
  }

  void check() {
    checkVersions();
    text(MODE)
        .ifPresent(
            mode -> {
              if (mode.equals("disable")) {
                warnOfPlaintext();
              } else {
                checkAuthority(mode);
              }
            });
  }

  private void checkVersions() {
    Optional<String> min = text("database.ssl.min_protocol");
    Optional<String> max = text("database.ssl.max_protocol");
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      findings.fault(
          "database.ssl.min_protocol",
          "%s must not be newer than database.ssl.max_protocol, %s"
              .formatted(min.get(), max.get()));
    }
  }

  private void checkAuthority(String mode) {
    String file = text(AUTHORITY).orElse("");
    if (!file.isEmpty()) {
      try {
        Pem.certificates(Path.of(file));
      } catch (UnusableFileException e) {
        findings.fault(AUTHORITY, e.getMessage());
      }
    } else if (!mode.equals("require")) {
      findings.fault(
          AUTHORITY,
          "needed by %s %s, the PEM file of the authority that the certificate must come from"
              .formatted(MODE, mode));
    }
  }

  private void warnOfPlaintext() {
    if (text(AUTHORITY).filter(file -> !file.isEmpty()).isPresent()) {
      findings.warning("%s has no effect, because %s is disable".formatted(AUTHORITY, MODE));
    }
    Stream.of("database.host", "database.migration.host")
        .flatMap(path -> text(path).stream())
        .filter(host -> !LOOPBACK.matcher(host).matches())
        .distinct()
        .forEach(
            host ->
                findings.warning(
                    ("%s is disable, so passwords and data go to %s in plaintext; set it to"
                            + " verify-full unless a proxy encrypts")
                        .formatted(MODE, host)));
  }

  private Optional<String> text(String path) {
    return Optional.ofNullable(values.get(path)).map(Value::text);
  }
}
