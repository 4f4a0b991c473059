/**
 * What happens to connections between the pool and whoever runs statements: one at a time for each
 * unit of work, and none for longer than its request may take. No statement is written here.
 */
package io.hyperfleet.persistence.connection;
