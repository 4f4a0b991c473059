package io.hyperfleet.bench.scenario;

/** The rows of {@link ListTwenty} in one statement, without their number. */
final class SelectTwenty implements SqlScenario {

  static final String NAME = "SELECT of 20";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String statement() {
    return SelectOne.ROW + " ORDER BY r.created_time DESC, r.id DESC LIMIT 20";
  }
}
