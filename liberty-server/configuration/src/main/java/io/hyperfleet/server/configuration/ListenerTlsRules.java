package io.hyperfleet.server.configuration;

import io.hyperfleet.server.tls.Identity;
import io.hyperfleet.server.tls.UnusableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a listener needs before it may speak TLS: a certificate and its key. */
final class ListenerTlsRules {

  private static final String SERVER = "server";

  private final Map<String, Value> values;
  private final Findings findings;

  ListenerTlsRules(Map<String, Value> values, Findings findings) {
    this.values = values;
    this.findings = findings;
  }

  void check(List<String> listeners) {
    Set<String> owners = new LinkedHashSet<>();
    List<String> inPlaintext = new ArrayList<>(listeners);
    for (String listener : listeners) {
      if (text(listener + ".tls.enabled").equals("true")) {
        String owner = ownerOfFiles(listener);
        inPlaintext.removeAll(List.of(listener, owner));
        if (hasFiles(listener)) {
          owners.add(owner);
        } else {
          findings.fault(
              listener + ".tls.enabled",
              "needs %s and %s, the PEM files of the certificate and of its key"
                  .formatted(certificate(listener), key(listener)));
        }
      }
    }
    owners.forEach(this::checkFiles);
    inPlaintext.forEach(this::warnOfIdleFiles);
  }

  private void warnOfIdleFiles(String listener) {
    Stream.of(certificate(listener), key(listener))
        .filter(path -> !text(path).isEmpty())
        .forEach(
            path ->
                findings.warning(
                    "%s has no effect, because %s.tls.enabled is false".formatted(path, listener)));
  }

  /** Whose keys name the files: its own, or those of the API. */
  private String ownerOfFiles(String listener) {
    if (hasFiles(listener) || listener.equals(SERVER)) {
      return listener;
    }
    values.put(certificate(listener), values.get(certificate(SERVER)));
    values.put(key(listener), values.get(key(SERVER)));
    findings.warning(
        "%s.tls takes the files of server.tls, which is deprecated; set %s and %s"
            .formatted(listener, certificate(listener), key(listener)));
    return SERVER;
  }

  private void checkFiles(String owner) {
    Identity identity;
    try {
      identity = Identity.read(Path.of(text(certificate(owner))));
    } catch (UnusableFileException e) {
      findings.fault(certificate(owner), e.getMessage());
      return;
    }
    try {
      identity.key(Path.of(text(key(owner))));
    } catch (UnusableFileException e) {
      findings.fault(key(owner), e.getMessage());
    }
  }

  private boolean hasFiles(String listener) {
    return !text(certificate(listener)).isEmpty() && !text(key(listener)).isEmpty();
  }

  /** Empty also if there is no value, about which the operator hears already. */
  private String text(String path) {
    return Optional.ofNullable(values.get(path)).map(Value::text).orElse("");
  }

  private static String certificate(String listener) {
    return listener + ".tls.cert_file";
  }

  private static String key(String listener) {
    return listener + ".tls.key_file";
  }
}
