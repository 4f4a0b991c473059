package io.hyperfleet.server.configuration;

import static io.hyperfleet.server.configuration.Support.STATEMENT_LOG;
import static io.hyperfleet.server.configuration.ValueType.bool;
import static io.hyperfleet.server.configuration.ValueType.databaseUrl;
import static io.hyperfleet.server.configuration.ValueType.duration;
import static io.hyperfleet.server.configuration.ValueType.file;
import static io.hyperfleet.server.configuration.ValueType.host;
import static io.hyperfleet.server.configuration.ValueType.identifier;
import static io.hyperfleet.server.configuration.ValueType.login;
import static io.hyperfleet.server.configuration.ValueType.oneOf;
import static io.hyperfleet.server.configuration.ValueType.optional;
import static io.hyperfleet.server.configuration.ValueType.port;
import static io.hyperfleet.server.configuration.ValueType.requiredText;
import static io.hyperfleet.server.configuration.ValueType.secret;

import java.time.Duration;
import java.util.List;

/** Which database, and how to reach it. */
final class DatabaseSettings {

  static final List<Setting> ALL =
      List.of(
          Setting.of(
              "database.dialect",
              "--db-dialect",
              oneOf("postgres"),
              "postgres",
              "Kind of database; there is one"),
          Setting.of(
              "database.embedded",
              "--db-embedded",
              bool(),
              "false",
              "Use the development database, although the pool or the like is configured"),
          Setting.of("database.host", "--db-host", host(), "localhost", "PostgreSQL server"),
          Setting.of("database.port", "--db-port", port(), "5432", "Port of PostgreSQL"),
          Setting.of(
              "database.name",
              "--db-name",
              requiredText(),
              "hyperfleet",
              "Database, upper and lower case as written"),
          Setting.of("database.username", "--db-username", login(), "hyperfleet", "User"),
          Setting.of("database.password", "--db-password", secret(), "", "Password of the user"),
          Setting.of(
                  "database.url",
                  "--db-url",
                  databaseUrl(),
                  "",
                  "The five above, and TLS, in one URL:"
                      + " `postgresql://user:password@host:port/name?sslmode=require`")
              .orVariable("DATABASE_URL")
              .support(Support.OTHER_SPELLING),
          Setting.of("database.schema", "--db-schema", identifier(), "app", "Schema of the tables"),
          Setting.of(
              "database.statement_timeout",
              "--db-statement-timeout",
              duration(Duration.ZERO),
              "30s",
              "When PostgreSQL gives up a statement of the API; 0 is never"),
          Setting.of(
              "database.pooler_mode",
              "--db-pooler-mode",
              oneOf("none", "session", "transaction"),
              "none",
              "What a pooler such as PgBouncer between here and PostgreSQL keeps together"),
          Setting.of("database.debug", "--db-debug", bool(), "false", "Log every statement")
              .support(STATEMENT_LOG),
          Setting.of(
              "database.ssl.mode",
              "--db-ssl-mode",
              oneOf("disable", "require", "verify-ca", "verify-full"),
              "disable",
              "TLS to PostgreSQL: none, any, from a known authority, or that for this host as well"),
          Setting.of(
              "database.ssl.root_cert_file",
              "--db-root-cert-file",
              optional(file()),
              "",
              "PEM file of the authority that PostgreSQL's certificate must come from"),
          Setting.of(
              "database.ssl.min_protocol",
              "--db-ssl-min-protocol",
              oneOf("TLSv1.2", "TLSv1.3"),
              "TLSv1.2",
              "Oldest TLS spoken with PostgreSQL"),
          Setting.of(
              "database.ssl.max_protocol",
              "--db-ssl-max-protocol",
              oneOf("TLSv1.2", "TLSv1.3"),
              "TLSv1.3",
              "Newest TLS spoken with PostgreSQL"),
          Setting.of(
              "database.migration.on_start",
              "--db-migration-on-start",
              bool(),
              "true",
              "Whether serve migrates; if not, it only starts on tables that are up to date"),
          Setting.of(
              "database.migration.host",
              "--db-migration-host",
              optional(host()),
              "",
              "Server for migrations, past a pooler; else `database.host`"),
          Setting.of(
              "database.migration.port",
              "--db-migration-port",
              optional(port()),
              "",
              "Its port; else `database.port`"),
          Setting.of(
              "database.migration.username",
              "--db-migration-username",
              secret(),
              "",
              "User that owns the tables; else `database.username`"),
          Setting.of(
              "database.migration.password",
              "--db-migration-password",
              secret(),
              "",
              "Its password; else `database.password`"),
          Setting.of(
              "database.migration.timeout",
              "--db-migration-timeout",
              duration(Duration.ZERO),
              "0s",
              "Most time for the command migrate, waiting included; 0 is no limit"));

  private DatabaseSettings() {}
}
