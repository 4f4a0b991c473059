package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  @TempDir Path directory;

  private Resolving resolving;

  @BeforeEach
  void startAfresh() {
    resolving = new Resolving(directory);
  }

  @Nested
  class Times {

    @ParameterizedTest
    @CsvSource({"30s, 30s", "29s, 30s", "35s, 1m"})
    @DisplayName("OPS-018: the write timeout is longer than the request timeout")
    void anAnswerMustBeWritableAfterTheRequestTookTooLong(String write, String request) {
      resolving.flag("--server-write-timeout", write).flag("--db-request-timeout", request);

      assertThat(resolving.faults())
          .singleElement()
          .asString()
          .startsWith("server.timeouts.write: " + write)
          .contains("database.pool.request_timeout, " + request);
    }

    @Test
    void withoutADeadlineAnyWriteTimeoutWillDo() {
      resolving.flag("--server-write-timeout", "1s").flag("--db-request-timeout", "0");

      assertThat(resolving.resolve().text("database.pool.request_timeout")).isEqualTo("0s");
    }

    @Test
    void waitingForAConnectionTakesAsLongAsARequestMay() {
      resolving.flag("--db-request-timeout", "7s");

      assertThat(resolving.resolve().text("database.pool.acquire_timeout")).isEqualTo("7s");
    }

    @Test
    void aPingLongerThanTheProbeWaitsIsWorthAWarning() {
      resolving.flag("--health-db-ping-timeout", "3s");

      assertThat(resolving.resolve().warnings())
          .singleElement()
          .asString()
          .startsWith("health.db_ping_timeout is 3s");
    }
  }

  @Nested
  class Pool {

    @Test
    void noMoreConnectionsAreKeptThanThereMayBe() {
      resolving.flag("--db-max-open-connections", "5").flag("--db-max-idle-connections", "6");

      assertThat(resolving.faults())
          .containsExactly(
              "database.pool.max_idle_connections: 6 must not be more than"
                  + " database.pool.max_connections, 5; set it with --db-max-idle-connections,"
                  + " HYPERFLEET_DATABASE_POOL_MAX_IDLE_CONNECTIONS or"
                  + " database.pool.max_idle_connections in the configuration file");
    }

    @Test
    void theDefaultGivesWayToASmallPool() {
      resolving.flag("--db-max-open-connections", "5");

      assertThat(resolving.resolve().number("database.pool.max_idle_connections")).isEqualTo(5);
    }

    @Test
    void sizeAndOverflowAreAnotherSpelling() {
      resolving.flag("--db-pool-size", "20").flag("--db-pool-max-overflow", "10");

      Configuration configuration = resolving.resolve();

      assertThat(configuration.number("database.pool.max_connections")).isEqualTo(30);
      assertThat(configuration.number("database.pool.max_idle_connections")).isEqualTo(20);
    }

    @Test
    void bothSpellingsFromOneSourceContradictEachOther() {
      resolving.yaml("database: {pool: {size: 20, max_connections: 30}}");

      assertThat(resolving.faults())
          .singleElement()
          .asString()
          .startsWith("database.pool.max_connections: ")
          .contains("contradicts database.pool.size");
    }

    @Test
    void ofBothSpellingsTheStrongerSourceCounts() {
      resolving.yaml("database: {pool: {size: 20}}").flag("--db-max-open-connections", "25");
      assertThat(resolving.resolve().number("database.pool.max_connections")).isEqualTo(25);

      resolving.flags.clear();
      resolving.yaml("database: {pool: {max_connections: 25}}").flag("--db-pool-size", "20");
      assertThat(resolving.resolve().number("database.pool.max_connections")).isEqualTo(20);
    }

    @Test
    void anOverflowNeedsASize() {
      resolving.flag("--db-pool-max-overflow", "10");

      assertThat(resolving.faults())
          .singleElement()
          .asString()
          .startsWith("database.pool.max_overflow: from --db-pool-max-overflow");
    }

    @Test
    void togetherTheyObeyTheLimit() {
      resolving.flag("--db-pool-size", "200").flag("--db-pool-max-overflow", "1");

      assertThat(resolving.faults())
          .singleElement()
          .asString()
          .startsWith("database.pool.max_connections: \"201\" from --db-pool-size");
    }
  }

  @Nested
  class TlsToTheDatabase {

    @Test
    void theOldestVersionIsNotNewerThanTheNewest() {
      resolving.flag("--db-ssl-min-protocol", "TLSv1.3").flag("--db-ssl-max-protocol", "TLSv1.2");

      assertThat(resolving.faults())
          .singleElement()
          .asString()
          .startsWith("database.ssl.min_protocol: TLSv1.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-full"})
    void nothingIsVerifiedWithoutAnAuthority(String mode) {
      resolving.flag("--db-ssl-mode", mode);

      assertThat(resolving.faults())
          .singleElement()
          .asString()
          .startsWith("database.ssl.root_cert_file: needed by database.ssl.mode " + mode)
          .contains("--db-root-cert-file");
    }

    @ParameterizedTest
    @CsvSource({
      "require, none.pem, cannot be read",
      "verify-ca, ., cannot be read",
      "verify-full, empty.pem, holds no certificate in PEM form",
      "require, garbage.pem, holds a certificate that is broken",
    })
    void theFileOfTheAuthorityHoldsOne(String mode, String name, String problem) {
      resolving.file("empty.pem", "certificate");
      resolving.file(
          "garbage.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
      resolving
          .flag("--db-ssl-mode", mode)
          .flag("--db-root-cert-file", directory.resolve(name).toString());

      assertThat(resolving.faults())
          .singleElement()
          .asString()
          .startsWith("database.ssl.root_cert_file: " + directory.resolve(name) + " " + problem);
    }

    @Test
    void whereNothingIsEncryptedTheFileIsIgnoredWithAWarning() {
      resolving.flag("--db-root-cert-file", "none.pem");

      assertThat(resolving.resolve().warnings())
          .containsExactly(
              "database.ssl.root_cert_file has no effect, because database.ssl.mode is disable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--db-host", "--db-migration-host"})
    @DisplayName("OPS-134: plaintext to another machine is worth a warning")
    void plaintextToAnotherMachineIsWorthAWarning(String flag) {
      resolving.flag(flag, "db.example");
      assertThat(resolving.resolve().warnings())
          .singleElement()
          .asString()
          .startsWith("database.ssl.mode is disable, so passwords and data go to db.example");

      resolving.flag("--db-ssl-mode", "require");
      assertThat(resolving.resolve().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1"})
    void plaintextWithinThisMachineIsFine(String host) {
      resolving.flag("--db-host", host);

      assertThat(resolving.resolve().warnings()).isEmpty();
    }
  }

  @Nested
  class EmbeddedDatabase {

    @Test
    void itMayBeAskedForTogetherWithThePool() {
      resolving.yaml("database: {embedded: true, pool: {max_connections: 5}}");

      assertThat(resolving.resolve().databaseIsConfigured()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"host: h", "url: postgresql://h", "ssl: {mode: require}"})
    void itContradictsAnyOtherDatabase(String other) {
      resolving.yaml("database: {embedded: true, " + other + "}");

      assertThat(resolving.faults())
          .isNotEmpty()
          .allMatch(fault -> fault.contains("contradicts database.embedded"));
    }

    @Test
    void turnedOffByNameItIsOff() {
      resolving.flag("--db-embedded", "false");

      assertThat(resolving.resolve().databaseIsConfigured()).isTrue();
    }
  }
}
