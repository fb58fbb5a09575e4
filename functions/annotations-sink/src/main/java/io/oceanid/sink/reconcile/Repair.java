package io.oceanid.sink.reconcile;

import io.cloudevents.CloudEvent;

/**
 * An event that the tables lack.
 *
 * @param again whether the tables have another event of the same moment, before which this one is to go
 */
record Repair(CloudEvent event, boolean again) {}
