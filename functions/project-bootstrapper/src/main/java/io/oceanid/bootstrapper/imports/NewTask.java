package io.oceanid.bootstrapper.imports;

import io.oceanid.rows.Place;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row as the task that it is to be.
 *
 * @param task carries the digest
 * @param bytes of its JSON, about
 */
record NewTask(Place place, RowDigest digest, ObjectNode task, int bytes) {}
