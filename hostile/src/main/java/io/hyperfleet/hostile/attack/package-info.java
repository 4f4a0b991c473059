/** One class for each way to harm a server: sends shapes and judges what comes back. */
package io.hyperfleet.hostile.attack;
