/**
 * What the server's pool of connections is given in place of the driver's own data source. Goes to
 * the driver's library, so that it leans on nothing but the driver.
 */
package io.hyperfleet.server.driver;
