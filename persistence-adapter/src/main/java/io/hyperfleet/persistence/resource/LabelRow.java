package io.hyperfleet.persistence.resource;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** One label of one resource. */
@Entity
@Table(name = "labels")
@IdClass(LabelRow.Key.class)
class LabelRow {

  @Id
  @Column(name = "owner_type")
  private String ownerType;

  @Id
  @Column(name = "owner_id")
  private UUID ownerId;

  @Id private String key;
  private String value;

  /** For JPA. */
  protected LabelRow() {}

  LabelRow(ResourceRow owner, String key, String value) {
    this.ownerType = owner.kind();
    this.ownerId = owner.id();
    this.key = key;
    this.value = value;
  }

  UUID ownerId() {
    return ownerId;
  }

  String key() {
    return key;
  }

  String value() {
    return value;
  }

  record Key(String ownerType, UUID ownerId, String key) {}
}
