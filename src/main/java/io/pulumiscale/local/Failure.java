package io.pulumiscale.local;

/**
 * One thing that is wrong with a resource's inputs.
 *
 * @param path the property, in Pulumi's notation
 * @param reason a sentence's end that names the property and says what would be right
 */
record Failure(String path, String reason) {}
