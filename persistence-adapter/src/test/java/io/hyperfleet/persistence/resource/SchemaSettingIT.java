package io.hyperfleet.persistence.resource;

import static io.hyperfleet.domain.resource.ResourceFixture.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.persistence.migration.SchemaMigration;
import io.hyperfleet.persistence.migration.SessionSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaSettingIT {

  @BeforeEach
  void configure() {
    System.setProperty(SessionSettings.SCHEMA_PROPERTY, "order");
  }

  @AfterEach
  void restore() {
    System.clearProperty(SessionSettings.SCHEMA_PROPERTY);
  }

  @Test
  void anotherSchemaIsUsedEvenIfItIsAReservedWord() {
    TestDatabase database = TestDatabase.fresh();
    new SchemaMigration(database.dataSource(), "order").migrate();
    Resource resource = cluster().build();

    try (ResourceLocalPersistence persistence =
        new ResourceLocalPersistence(database.dataSource(), database.name())) {
      persistence.insert(resource);

      assertThat(persistence.store().find(resource.kind(), resource.id()))
          .map(Resource::name)
          .contains(resource.name());
    }
  }
}
