package io.hyperfleet.hostile.shape;

/** Targets that lead nowhere, or not where they seem to. */
public final class OddTargets {

  private static final String[] PIECES =
      ("a .. . / %2e %2f %5c %00 %0a %zz % %C3%A9 %ff ; = ^ | \" < { ] ` \\ \u00e9 \u0085 + ~ : clusters"
              + " ? ?a% # & %7f %20 @ http: *")
          .split(" ", -1);

  private OddTargets() {}

  public static String next(Choice choice) {
    StringBuilder target =
        new StringBuilder(choice.one("/", "/api/hyperfleet/v1/", "/health/", "//"));
    for (int parts = choice.below(6); parts > 0; parts--) {
      target.append(choice.one(PIECES));
    }
    return target.toString();
  }
}
