/** Opens everything that is kept in PostgreSQL. Nothing else; the features know their tables. */
package io.hyperfleet.persistence;
