/** Resources and their labels as rows. No rule about resources: those come checked. */
package io.hyperfleet.persistence.resource;
