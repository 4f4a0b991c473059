package io.hyperfleet.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.server.tls.TestAuthority.Issued;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

  /** How many bytes PKCS #8 puts before an RSA key of this size. */
  private static final int RSA_HEAD = 26;

  @TempDir private static Path directory;

  private static TestAuthority authority;
  private static Issued rsa;
  private static Issued ec;

  @BeforeAll
  static void issue() {
    authority = TestAuthority.in(directory);
    rsa = authority.issueRsa("rsa", "localhost");
    ec = authority.issue("ec", "localhost");
  }

  @Test
  void aKeyIsReadInTheTwoOlderFormsToo() throws Exception {
    PrivateKey rsaKey = PrivateKeyFile.read(rsa.key());
    PrivateKey ecKey = PrivateKeyFile.read(ec.key());
    PublicKey ecPublicKey = Pem.certificates(ec.certificate()).get(0).getPublicKey();
    byte[] rsaBytes = rsaKey.getEncoded();
    byte[] pkcs1 = Arrays.copyOfRange(rsaBytes, RSA_HEAD, rsaBytes.length);

    Path old = pem("old.key", "RSA PRIVATE KEY", pkcs1);
    Path older = pem("older.key", "EC PRIVATE KEY", sec1((ECPrivateKey) ecKey, ecPublicKey));

    assertThat(Identity.read(rsa.certificate()).key(old)).isEqualTo(rsaKey);
    assertThat(((ECPrivateKey) Identity.read(ec.certificate()).key(older)).getS())
        .isEqualTo(((ECPrivateKey) ecKey).getS());
  }

  @Test
  void theChainAndTheKeyMayLieInOneFileWithWordsBetweenThem() throws Exception {
    Path all =
        Files.writeString(
            directory.resolve("all.pem"),
            "subject: me\n"
                + Files.readString(ec.key())
                + Files.readString(ec.certificate())
                + "issuer: them\n"
                + Files.readString(authority.certificate()));
    Identity identity = Identity.read(all);
    Path store = directory.resolve("store.p12");

    identity.store(identity.key(all), store, "secret");

    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stored = Files.newInputStream(store)) {
      keys.load(stored, "secret".toCharArray());
    }
    assertThat(keys.getCertificateChain("listener")).hasSize(2);
    assertThat(keys.getKey("listener", "secret".toCharArray()).getAlgorithm()).isEqualTo("EC");
  }

  @ParameterizedTest
  @CsvSource({
    "PRIVATE KEY, holds a key that is broken or of no known kind",
    "EC PRIVATE KEY, holds a key that is broken or of no known kind",
    "RSA PRIVATE KEY, holds a key that is broken or of no known kind",
    "ENCRYPTED PRIVATE KEY, is encrypted",
    "CERTIFICATE, holds no private key in PEM form",
  })
  void whatIsNoKeyIsNamed(String label, String problem) throws IOException {
    Path file = pem("none.key", label, new byte[] {48, 3, 2, 1, 0});

    assertThatThrownBy(() -> Identity.read(ec.certificate()).key(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageStartingWith(file + " " + problem);
  }

  @Test
  void theKeyOfAnotherCertificateIsNoneOfThisOne() throws Exception {
    Identity identity = Identity.read(ec.certificate());

    assertThatThrownBy(() -> identity.key(authority.issue("second", "localhost").key()))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(" is not the key of " + ec.certificate());
    assertThatThrownBy(() -> identity.key(rsa.key()))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(" is not the key of " + ec.certificate());
  }

  @Test
  void aClientOfOneIdentityTrustsNoOtherOfTheSameAuthority() throws Exception {
    Identity shown = Identity.read(ec.certificate());
    Identity other = Identity.read(rsa.certificate());

    try (SSLServerSocket listener = listen(shown)) {
      assertThat(shakeHands(listener, shown.trustedAlone())).isTrue();
      assertThat(shakeHands(listener, other.trustedAlone())).isFalse();
    }
  }

  private static SSLServerSocket listen(Identity identity) throws Exception {
    Path store = directory.resolve("listener.p12");
    identity.store(identity.key(ec.key()), store, "secret");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stored = Files.newInputStream(store)) {
      keys.load(stored, "secret".toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, "secret".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static boolean shakeHands(SSLServerSocket listener, SSLSocketFactory client)
      throws Exception {
    CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serveOne(listener));
    try (SSLSocket socket =
        (SSLSocket) client.createSocket(listener.getInetAddress(), listener.getLocalPort())) {
      socket.startHandshake();
      return true;
    } catch (SSLHandshakeException stranger) {
      return false;
    } finally {
      served.get(20, TimeUnit.SECONDS);
    }
  }

  private static void serveOne(SSLServerSocket listener) {
    try (SSLSocket socket = (SSLSocket) listener.accept()) {
      socket.startHandshake();
    } catch (IOException refusedByTheClient) {
      // What it thinks of us is what the test asks.
    }
  }

  /** As OpenSSL writes it: version, number, curve P-256, public key. */
  private static byte[] sec1(ECPrivateKey key, PublicKey publicKey) {
    byte[] number = key.getS().toByteArray();
    byte[] padded = new byte[32];
    int length = Math.min(number.length, 32);
    System.arraycopy(number, number.length - length, padded, 32 - length, length);
    byte[] encoded = publicKey.getEncoded();
    HexFormat hex = HexFormat.of();
    return hex.parseHex(
        "30770201010420"
            + hex.formatHex(padded)
            + "a00a06082a8648ce3d030107a144034200"
            + hex.formatHex(encoded, encoded.length - 65, encoded.length));
  }

  private static Path pem(String name, String label, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(content);
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
  }
}
