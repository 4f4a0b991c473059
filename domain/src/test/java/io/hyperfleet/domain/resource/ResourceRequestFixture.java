package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.json.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests for tests: each one passes the rules of clusters until a test takes something away. */
public final class ResourceRequestFixture {

  private Optional<String> kind = Optional.of("Cluster");
  private Optional<String> name = Optional.of("production");
  private Optional<Document> spec = Optional.of(Document.EMPTY_OBJECT);
  private Map<String, String> labels = Map.of();
  private Map<String, List<ReferenceRequest>> references = Map.of();

  private ResourceRequestFixture() {}

  public static ResourceRequestFixture clusterRequest() {
    return new ResourceRequestFixture();
  }

  public ResourceRequestFixture ofKind(String value) {
    kind = Optional.of(value);
    return this;
  }

  public ResourceRequestFixture withoutKind() {
    kind = Optional.empty();
    return this;
  }

  public ResourceRequestFixture named(String value) {
    name = Optional.of(value);
    return this;
  }

  public ResourceRequestFixture withoutName() {
    name = Optional.empty();
    return this;
  }

  public ResourceRequestFixture withSpec(String json) {
    spec = Optional.of(new Document(json));
    return this;
  }

  public ResourceRequestFixture withoutSpec() {
    spec = Optional.empty();
    return this;
  }

  public ResourceRequestFixture withLabels(Map<String, String> values) {
    labels = values;
    return this;
  }

  public ResourceRequestFixture referringTo(String type, ReferenceRequest... targets) {
    references = Map.of(type, List.of(targets));
    return this;
  }

  public ResourceRequest build() {
    return new ResourceRequest(kind, name, spec, labels, references);
  }
}
