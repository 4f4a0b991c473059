package io.hyperfleet.persistence.resource;

import org.junit.jupiter.api.Tag;

/** Ten thousand of them, which takes minutes. */
@Tag("endurance")
class ManyRandomSearchesIT extends RandomSearchesIT {

  @Override
  public int searches() {
    return 2_500;
  }
}
