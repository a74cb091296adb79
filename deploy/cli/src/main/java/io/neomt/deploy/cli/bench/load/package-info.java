/**
 * Sends requests to a service from a process of its own, so that what the load costs is not taken for the service's. Requests
 * are bytes that were made before, and answers are only counted: of the cores that both share, the load takes little.
 */
@NullMarked
package io.neomt.deploy.cli.bench.load;

import org.jspecify.annotations.NullMarked;
