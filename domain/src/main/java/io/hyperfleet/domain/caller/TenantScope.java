package io.hyperfleet.domain.caller;

import io.hyperfleet.domain.json.Document;
import java.util.Objects;

/**
 * Where what a caller creates belongs.
 *
 * @param tenancy a JSON object of dimensions, empty while tenants are not separated
 */
public record TenantScope(Document tenancy) {

  /** The scope of every caller while tenants are not separated. */
  public static final TenantScope NONE = new TenantScope(Document.EMPTY_OBJECT);

  public TenantScope {
    Objects.requireNonNull(tenancy, "tenancy");
  }
}
