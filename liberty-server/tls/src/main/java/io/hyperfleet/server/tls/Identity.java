package io.hyperfleet.server.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Who a listener is: a certificate with those that vouch for it, and the key to prove it. */
public final class Identity {

  private static final byte[] ANYTHING = {1, 2, 3};

  private final Path file;
  private final List<X509Certificate> chain;

  private Identity(Path file, List<X509Certificate> chain) {
    this.file = file;
    this.chain = List.copyOf(chain);
  }

  /** The first certificate is the listener's own. All of them must be valid today. */
  public static Identity read(Path file) throws UnusableFileException {
    List<X509Certificate> chain = Pem.certificates(file);
    for (X509Certificate certificate : chain) {
      try {
        certificate.checkValidity();
      } catch (CertificateException e) {
        throw new UnusableFileException(file, "holds a certificate that is not valid today", e);
      }
    }
    return new Identity(file, chain);
  }

  /** The key of its own certificate. */
  public PrivateKey key(Path keyFile) throws UnusableFileException {
    PrivateKey key = PrivateKeyFile.read(keyFile);
    try {
      if (belongs(key)) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      throw new UnusableFileException(keyFile, "is not the key of " + file, e);
    }
    throw new UnusableFileException(keyFile, "is not the key of " + file);
  }

  /** Writes both to a key store that only this password opens. */
  public void store(PrivateKey key, Path store, String password) throws IOException {
    try (OutputStream out = Files.newOutputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(
          "listener", key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
      keys.store(out, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** For a client that is to reach the listener of this identity and nobody else. */
  public SSLSocketFactory trustedAlone() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("listener", chain.get(0));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot trust a certificate", e);
    }
  }

  private boolean belongs(PrivateKey key) throws GeneralSecurityException {
    if (!key.getAlgorithm().equals(chain.get(0).getPublicKey().getAlgorithm())) {
      return false;
    }
    String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(ANYTHING);
    byte[] signed = signature.sign();
    signature.initVerify(chain.get(0));
    signature.update(ANYTHING);
    return signature.verify(signed);
  }
}
