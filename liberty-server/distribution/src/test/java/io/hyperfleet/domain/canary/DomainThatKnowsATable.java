package io.hyperfleet.domain.canary;

import jakarta.persistence.EntityManager;

/** Breaks the rule of the domain on purpose, so that the rule can be seen to report it. */
final class DomainThatKnowsATable {

  private final EntityManager entityManager;

  DomainThatKnowsATable(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  boolean open() {
    return entityManager.isOpen();
  }
}
