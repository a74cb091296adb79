/** Speaks to a running platform through its public interfaces: REST, tokens and the topic. */
@NullMarked
package io.neomt.deploy.cli.client;

import org.jspecify.annotations.NullMarked;
