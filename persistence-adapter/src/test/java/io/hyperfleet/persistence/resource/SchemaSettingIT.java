package io.hyperfleet.persistence.resource;

import static io.hyperfleet.domain.resource.ResourceFixture.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.persistence.migration.SchemaMigration;
import org.junit.jupiter.api.Test;

class SchemaSettingIT {

  @Test
  void anotherSchemaIsUsedEvenIfItIsAReservedWord() {
    TestDatabase database = TestDatabase.fresh();
    new SchemaMigration(database.dataSource(), "order").migrate();
    Resource resource = cluster().build();

    try (TestStores stores = TestStores.on(database.dataSource(), "order")) {
      stores.insert(resource);

      assertThat(stores.find(resource.kind(), resource.id()))
          .map(Resource::name)
          .contains(resource.name());
    }
  }
}
