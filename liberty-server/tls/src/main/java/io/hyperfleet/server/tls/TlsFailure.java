package io.hyperfleet.server.tls;

import java.io.EOFException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Tells an operator why there is no TLS to the database: trying again would not help. */
public final class TlsFailure {

  /** The driver's answer to a server that declines, among others. */
  private static final String REJECTED = "08004";

  private final List<Throwable> causes;

  private TlsFailure(Throwable failure) {
    this.causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
  }

  /** One line with the key to set, unless something else keeps the database away. */
  public static Optional<String> explain(SQLException failure) {
    return new TlsFailure(failure).reason().map("no TLS to the database: "::concat);
  }

  private Optional<String> reason() {
    return Stream.<Supplier<Optional<String>>>of(
            this::outOfDate,
            this::fromStranger,
            this::unfitCertificate,
            this::noCommonVersion,
            this::plaintextOnly)
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> outOfDate() {
    return first(CertificateExpiredException.class)
        .or(() -> first(CertificateNotYetValidException.class))
        .map(
            ("the certificate of the server is not valid today (%s); renew it, since"
                    + " database.ssl.mode asks for its check")
                ::formatted);
  }

  private Optional<String> fromStranger() {
    return first(CertPathBuilderException.class)
        .or(() -> first(CertPathValidatorException.class))
        .map(
            ("the certificate of the server does not come from the authority in"
                    + " database.ssl.root_cert_file (%s)")
                ::formatted);
  }

  private Optional<String> unfitCertificate() {
    return first(CertificateException.class)
        .map(
            message ->
                message.startsWith("No ")
                    ? "the certificate of the server is for another host (%s); set database.host to a name in it, or database.ssl.mode to verify-ca"
                        .formatted(message)
                    : "the certificate of the server is refused (%s), since database.ssl.mode asks for its check"
                        .formatted(message));
  }

  /** A server that hangs up may be about to restart. */
  private Optional<String> noCommonVersion() {
    return first(SSLHandshakeException.class)
        .filter(message -> first(EOFException.class).isEmpty())
        .map(
            ("no version of TLS is spoken by both sides (%s); see database.ssl.min_protocol and"
                    + " database.ssl.max_protocol")
                ::formatted);
  }

  /** The driver has no state of its own for this, and says it in the language of the machine. */
  private Optional<String> plaintextOnly() {
    return causes.stream()
        .filter(cause -> cause instanceof SQLException it && REJECTED.equals(it.getSQLState()))
        .map(Throwable::getMessage)
        .filter(message -> message != null && message.contains("SSL"))
        .findFirst()
        .map(
            ("the server speaks plaintext only (%s); switch TLS on there, or set database.ssl.mode"
                    + " to disable")
                ::formatted);
  }

  private Optional<String> first(Class<? extends Exception> type) {
    return causes.stream()
        .filter(type::isInstance)
        .findFirst()
        .map(cause -> Objects.toString(cause.getMessage(), type.getSimpleName()));
  }
}
