package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Audit;
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourceName;
import io.hyperfleet.domain.resource.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A resource without its labels. JSON is kept as the text that the database gave. */
@Entity
@Table(name = "resources")
@IdClass(ResourceRow.Key.class)
class ResourceRow {

  @Id private String kind;
  @Id private UUID id;
  private String name;
  private String href;

  @Column(name = "owner_id")
  private UUID ownerId;

  @Column(name = "owner_kind")
  private String ownerKind;

  @Column(name = "owner_href")
  private String ownerHref;

  private String spec;
  private String tenancy;
  private int generation;
  private String conditions;

  @Column(name = "created_time")
  private Instant createdTime;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "updated_time")
  private Instant updatedTime;

  @Column(name = "updated_by")
  private String updatedBy;

  @Column(name = "deleted_time")
  private Instant deletedTime;

  @Column(name = "deleted_by")
  private String deletedBy;

  @Version private long version;

  /** For JPA. */
  protected ResourceRow() {}

  ResourceRow(Resource resource) {
    kind = resource.kind().name();
    id = resource.id().value();
    copyFrom(resource);
  }

  String kind() {
    return kind;
  }

  UUID id() {
    return id;
  }

  private void copyFrom(Resource resource) {
    name = resource.name().value();
    href = resource.href();
    ownerId = resource.owner().map(owner -> owner.id().value()).orElse(null);
    ownerKind = resource.owner().map(owner -> owner.kind().name()).orElse(null);
    ownerHref = resource.owner().map(OwnerReference::href).orElse(null);
    spec = resource.spec().json();
    tenancy = resource.tenancy().json();
    generation = resource.generation();
    conditions = resource.conditions().json();
    Audit audit = resource.audit();
    createdTime = audit.created().time();
    createdBy = audit.created().by();
    updatedTime = audit.updated().time();
    updatedBy = audit.updated().by();
    deletedTime = audit.deleted().map(Stamp::time).orElse(null);
    deletedBy = audit.deleted().map(Stamp::by).orElse(null);
  }

  Resource toDomain(Labels labels) {
    return new Resource(
        new ResourceId(id),
        new Kind(kind),
        new ResourceName(name),
        href,
        owner(),
        labels,
        new Document(spec),
        new Document(tenancy),
        generation,
        audit(),
        new Document(conditions));
  }

  private Optional<OwnerReference> owner() {
    return Optional.ofNullable(ownerId)
        .map(owner -> new OwnerReference(new ResourceId(owner), new Kind(ownerKind), ownerHref));
  }

  private Audit audit() {
    return new Audit(
        new Stamp(createdTime, createdBy),
        new Stamp(updatedTime, updatedBy),
        Optional.ofNullable(deletedTime).map(time -> new Stamp(time, deletedBy)));
  }

  record Key(String kind, UUID id) {}
}
