package io.hyperfleet.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Issues certificates with the keytool of this JDK, so that nothing has to be installed. */
public final class TestAuthority {

  private static final String PASSWORD = "changeit";

  private final Path directory;
  private final Path store;

  private TestAuthority(Path directory) {
    this.directory = directory;
    this.store = directory.resolve("authority.p12");
  }

  /**
   * PEM files.
   *
   * @param certificate without that of the authority
   */
  public record Issued(Path certificate, Path key) {}

  /** An authority that nobody knows, and that keeps its files there. */
  public static TestAuthority in(Path directory) {
    TestAuthority authority = new TestAuthority(directory);
    authority.generate("ca", "-dname", "CN=Test Authority", "-ext", "bc:c");
    authority.write("ca");
    return authority;
  }

  /** Its own certificate, for those who trust it. */
  public Path certificate() {
    return directory.resolve("ca.crt");
  }

  /** A certificate that is valid today, with an EC key, for one host. */
  public Issued issue(String name, String host) {
    return issue(name, host, List.of());
  }

  /** One that was valid until yesterday. */
  public Issued issueExpired(String name, String host) {
    return issue(name, host, List.of("-startdate", "-3d", "-validity", "1"));
  }

  /** One with an RSA key. */
  public Issued issueRsa(String name, String host) {
    return issue(name, host, List.of("-keyalg", "RSA", "-keysize", "2048"));
  }

  private Issued issue(String name, String host, List<String> more) {
    List<String> options = new ArrayList<>(more);
    options.addAll(List.of("-signer", "ca", "-dname", "CN=" + name, "-ext", "san=dns:" + host));
    generate(name, options.toArray(String[]::new));
    return write(name);
  }

  private void generate(String alias, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of("-genkeypair", "-alias", alias));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(options));
    if (!command.contains("-keyalg")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }
    try {
      Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(keytool.waitFor()).as(output).isZero();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Issued write(String alias) {
    try (InputStream stored = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(stored, PASSWORD.toCharArray());
      Path certificate = directory.resolve(alias + ".crt");
      Path key = directory.resolve(alias + ".key");
      writePem(certificate, "CERTIFICATE", keys.getCertificate(alias).getEncoded());
      // PostgreSQL takes no key that others can read.
      Files.deleteIfExists(key);
      Files.createFile(
          key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      writePem(key, "PRIVATE KEY", keys.getKey(alias, PASSWORD.toCharArray()).getEncoded());
      return new Issued(certificate, key);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void writePem(Path file, String label, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
  }
}
