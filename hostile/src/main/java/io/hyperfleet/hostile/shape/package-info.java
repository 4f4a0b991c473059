/** What clients could send, made out of random numbers. Opens no connection. */
package io.hyperfleet.hostile.shape;
