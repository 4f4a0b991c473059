/** JSON as an opaque value. Whoever needs to look inside brings a parser and stays outside. */
package io.hyperfleet.domain.json;
