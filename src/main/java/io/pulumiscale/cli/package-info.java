/** The command line: options in, exit codes out. What a command does is handed to it. */
@NullMarked
package io.pulumiscale.cli;

import org.jspecify.annotations.NullMarked;
