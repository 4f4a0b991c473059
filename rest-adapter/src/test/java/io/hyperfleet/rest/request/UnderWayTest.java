package io.hyperfleet.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderWayTest {

  @ParameterizedTest
  @CsvSource({
    "/api/hyperfleet/v1/clusters, GET /api/hyperfleet/v1/clusters",
    "/api/hyperfleet/v1/clusters/0193, GET /api/hyperfleet/v1/clusters/{id}",
    "/api/hyperfleet/v1/clusters/%41/nodepools, GET /api/hyperfleet/v1/clusters/{id}/nodepools",
    "/api/hyperfleet/v1/wif_configs/a, GET /api/hyperfleet/v1/wif_configs/{id}",
    "/api/hyperfleet/v1/clusters/a/INVENTED, GET others",
    "/api/hyperfleet/v1/, GET others",
    "/nowhere, GET others"
  })
  void whatClientsChooseIsNoPartOfTheTemplate(String path, String template) {
    assertThat(new UnderWay("GET", path).template()).isEqualTo(template);
  }
}
