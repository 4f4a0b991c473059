package io.hyperfleet.application.resource;

import java.util.EnumSet;
import java.util.Set;

/** What of a resource is heavy to read, and may be left out by those who do not look at it. */
public enum ResourcePart {
  SPEC,
  TENANCY,
  LABELS,
  REFERENCES,
  CONDITIONS;

  /** The whole resource. */
  public static final Set<ResourcePart> ALL = Set.copyOf(EnumSet.allOf(ResourcePart.class));
}
