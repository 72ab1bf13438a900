package io.pulumiscale.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A line of the state file: a resource as it is now, or the key of one that is gone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StateEntry(@Nullable CloudResource put, @Nullable ResourceKey delete) {}
