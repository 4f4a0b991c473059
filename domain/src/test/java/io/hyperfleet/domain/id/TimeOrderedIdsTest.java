package io.hyperfleet.domain.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(0x0198_C0DE_7A11L));

  @Test
  void anIdIsTheTimeTheVersionTheVariantAndNothingElseButRandomness() {
    assertThat(next(() -> 0)).hasToString("0198c0de-7a11-7000-8000-000000000000");
    assertThat(next(() -> -1)).hasToString("0198c0de-7a11-7fff-bfff-ffffffffffff");
  }

  @Test
  void bothHalvesDrawRandomnessOfTheirOwn() {
    AtomicLong numbers = new AtomicLong();

    assertThat(next(numbers::incrementAndGet)).hasToString("0198c0de-7a11-7001-8000-000000000002");
  }

  @Test
  void idsAreOfVersionSevenAndTheVariantOfTheRfc() {
    UUID id = next(new Random(7));

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void idsAscendAsTimePasses() {
    AtomicLong millis = new AtomicLong(0x0198_C0DE_7A11L);
    TimeOrderedIds ids =
        new TimeOrderedIds(() -> Instant.ofEpochMilli(millis.getAndIncrement()), new Random(7));

    List<String> texts = Stream.generate(ids::next).limit(1_000).map(UUID::toString).toList();

    assertThat(texts).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void idsOfOneMillisecondDiffer() {
    TimeOrderedIds ids = new TimeOrderedIds(CLOCK, new Random(7));

    assertThat(Stream.generate(ids::next).limit(10_000)).doesNotHaveDuplicates().hasSize(10_000);
  }

  @Test
  void idsOfManyThreadsDifferFromWhereverTheyCome() {
    TimeOrderedIds here = new TimeOrderedIds(CLOCK, new QuickRandom(new SecureRandom()));
    TimeOrderedIds elsewhere = new TimeOrderedIds(CLOCK, new QuickRandom(new SecureRandom()));

    assertThat(
            IntStream.range(0, 20_000)
                .parallel()
                .boxed()
                .flatMap(i -> Stream.of(here.next(), elsewhere.next()))
                .distinct())
        .hasSize(40_000);
  }

  private static UUID next(RandomGenerator random) {
    return new TimeOrderedIds(CLOCK, random).next();
  }
}
