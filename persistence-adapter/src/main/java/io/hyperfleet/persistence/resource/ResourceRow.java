package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Audit;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A resource as a read finds it. JSON is kept as the text that the database gave. */
@Entity
@Table(name = "resources")
@IdClass(ResourceRow.Key.class)
class ResourceRow {

  /** Every column, in the order of {@link #valuesOf}. */
  static final List<String> COLUMNS =
      List.of(
          "kind",
          "id",
          "name",
          "href",
          "owner_id",
          "owner_kind",
          "owner_href",
          "spec",
          "tenancy",
          "generation",
          "conditions",
          "created_time",
          "created_by",
          "updated_time",
          "updated_by",
          "deleted_time",
          "deleted_by",
          "version");

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

  private long version;

  /** No column: every read makes it of the rows of the labels. */
  private String labels;

  /** No column either. */
  private String refs;

  /** Nor is this: that of this row and those before it. */
  private long weight;

  /** Nor this: whether the row changed while it was waited for, but not what is beside it. */
  private boolean outdated;

  /** For JPA. */
  protected ResourceRow() {}

  /** What is stored of a resource beside its labels, null for what it has not. */
  static List<Object> valuesOf(Resource resource) {
    Optional<OwnerReference> owner = resource.owner();
    Audit audit = resource.audit();
    return Arrays.asList(
        resource.kind().name(),
        resource.id().value(),
        resource.name().value(),
        resource.href(),
        owner.map(reference -> reference.id().value()).orElse(null),
        owner.map(reference -> reference.kind().name()).orElse(null),
        owner.map(OwnerReference::href).orElse(null),
        resource.spec().json(),
        resource.tenancy().json(),
        resource.generation(),
        resource.conditions().json(),
        audit.created().time().toString(),
        audit.created().by(),
        audit.updated().time().toString(),
        audit.updated().by(),
        audit.deleted().map(stamp -> stamp.time().toString()).orElse(null),
        audit.deleted().map(Stamp::by).orElse(null),
        resource.version());
  }

  /** The memory that this row and those before it take. */
  long weight() {
    return weight;
  }

  boolean isOutdated() {
    return outdated;
  }

  Resource toDomain() {
    return new Resource(
        new ResourceId(id),
        new Kind(kind),
        new ResourceName(name),
        href,
        owner(),
        LabelText.read(labels),
        ReferenceText.read(refs),
        new Document(spec),
        new Document(tenancy),
        generation,
        version,
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
