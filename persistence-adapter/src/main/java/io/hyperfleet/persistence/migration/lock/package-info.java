/** The lock that lets one program at a time change a schema. Nothing of what is changed. */
package io.hyperfleet.persistence.migration.lock;
