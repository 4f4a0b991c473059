/**
 * Units of work on connections of a pool: one connection for each, and none for longer than its
 * request may take. No statement is written here.
 */
package io.hyperfleet.persistence.connection;
