package io.hyperfleet.hostile.shape;

import java.util.StringJoiner;

/** JSON that is not what anybody expects, or no JSON at all. Characters are bytes. */
public final class OddDocuments {

  private static final String[] MEMBERS = {
    "kind", "name", "spec", "labels", "references", "id", "generation", "status", "a", "", "\\u0000"
  };
  private static final String[] LEAVES = {
    "null",
    "true",
    "0",
    "-0",
    "1e999",
    "-1e-999",
    "1E+2147483648",
    "0.1000000000000000000000000001",
    "123456789012345678901234567890",
    "NaN",
    "01",
    "\"\"",
    "\"Cluster\"",
    "\"NodePool\"",
    "\"odd-1\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"\u00ff\u00fe\"",
    "\"\u00c3\u00a9\"",
    "\"\\q\"",
    "\"\n\"",
    "'a'",
    "{}",
    "[]",
    "",
    "//",
    "\"a\"\"b\""
  };

  private OddDocuments() {}

  public static String next(Choice choice) {
    String document = value(choice, 4);
    return switch (choice.below(8)) {
      case 0 -> document.substring(0, choice.below(document.length() + 1));
      case 1 -> document + document;
      case 2 -> "\u00ef\u00bb\u00bf" + document;
      case 3 -> "[".repeat(choice.below(3000)) + document;
      case 4 -> "{\"spec\":".repeat(choice.below(600)) + document;
      default -> document;
    };
  }

  private static String value(Choice choice, int depth) {
    int shape = choice.below(4);
    if (depth == 0 || shape == 0) {
      return choice.one(LEAVES);
    }
    StringJoiner parts =
        shape == 1 ? new StringJoiner(",", "[", "]") : new StringJoiner(",", "{", "}");
    for (int i = choice.below(6); i > 0; i--) {
      String part = value(choice, depth - 1);
      parts.add(shape == 1 ? part : '"' + choice.one(MEMBERS) + "\":" + part);
    }
    return parts.toString();
  }
}
