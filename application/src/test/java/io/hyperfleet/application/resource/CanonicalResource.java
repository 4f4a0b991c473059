package io.hyperfleet.application.resource;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.json.JsonReader;

/** Resources that are compared by the values of their documents, not by the spelling. */
final class CanonicalResource {

  private CanonicalResource() {}

  /** The same resource with its documents in the one spelling that all equal values share. */
  static Resource of(Resource resource) {
    return new Resource(
        resource.id(),
        resource.kind(),
        resource.name(),
        resource.href(),
        resource.owner(),
        resource.labels(),
        resource.references(),
        canonical(resource.spec()),
        canonical(resource.tenancy()),
        resource.generation(),
        resource.version(),
        resource.audit(),
        canonical(resource.conditions()));
  }

  static Document canonical(Document document) {
    return new Document(JsonReader.tree(document).toString());
  }
}
