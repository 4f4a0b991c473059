/**
 * Certificates and keys as operators have them, and TLS to PostgreSQL. Goes to the driver's library
 * as well, so that it leans on nothing but the driver.
 */
package io.hyperfleet.server.tls;
