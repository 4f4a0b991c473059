package io.hyperfleet.bench.report;

import java.util.OptionalDouble;

/** What of two scenarios is compared. */
public enum Measure {
  PROCESSOR_TIME {
    @Override
    OptionalDouble of(Slice slice) {
      return slice.serverMillisPerRequest();
    }
  },
  RATE {
    @Override
    OptionalDouble of(Slice slice) {
      return OptionalDouble.of(slice.sample().rate());
    }
  };

  abstract OptionalDouble of(Slice slice);
}
