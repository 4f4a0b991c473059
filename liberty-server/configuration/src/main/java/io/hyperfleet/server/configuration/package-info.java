/**
 * What the program can be told, and what it was told: the keys, their rules, and the order of their
 * sources. Starts nothing, prints nothing and knows no server.
 */
package io.hyperfleet.server.configuration;
