package io.hyperfleet.rest.request;

/** Decides the same about every request, and knows how many are inside. */
final class CountingState implements ServiceState {

  private final Admission admission;
  int inside;

  CountingState(Admission admission) {
    this.admission = admission;
  }

  @Override
  public Admission enter(UnderWay request) {
    inside++;
    return admission;
  }

  @Override
  public void leave(UnderWay request) {
    inside--;
  }
}
