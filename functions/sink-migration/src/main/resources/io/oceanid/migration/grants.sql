-- What the sink needs while it runs, and no more. Run after the migrations, again after each; ${role} is the sink's.
-- A migration that adds a table adds it here.

revoke all on schema oceanid from ${role};
revoke all on all tables in schema oceanid from ${role};

grant usage on schema oceanid to ${role};
grant select on all tables in schema oceanid to ${role};
grant insert on
    oceanid.inbox, oceanid.project, oceanid.task, oceanid.annotation, oceanid.region, oceanid.relation,
    oceanid.label_link, oceanid.quarantine, oceanid.reconcile_cursor, oceanid.prediction, oceanid.annotation_event,
    oceanid.deletion_event
    to ${role};
grant update on
    oceanid.project, oceanid.task, oceanid.annotation, oceanid.label_link, oceanid.quarantine,
    oceanid.reconcile_cursor, oceanid.prediction
    to ${role};
grant delete on oceanid.region, oceanid.relation to ${role};
