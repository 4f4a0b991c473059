package io.hyperfleet.server.launcher;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A password in the spelling of Liberty. It hides nothing; it keeps Liberty from taking a password
 * for something else that starts like one of its spellings, or that looks like a variable.
 */
final class LibertySecret {

  private static final String SPELLING = "{xor}";
  private static final int KEY = '_';

  private LibertySecret() {}

  static String of(String password) {
    if (password.isEmpty()) {
      return password;
    }
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= (byte) KEY;
    }
    return SPELLING + Base64.getEncoder().encodeToString(bytes);
  }
}
