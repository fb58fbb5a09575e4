-- What reconciling reads from Label Studio, and how far it came.

create table oceanid.reconcile_cursor (
    project     bigint primary key,
    full_sweep  boolean,
    began_at    timestamptz,
    since       timestamptz,
    after_task  bigint,
    swept_at    timestamptz,
    fully_at    timestamptz
);
comment on table oceanid.reconcile_cursor is 'One row a project: the sweep that is under way, and the last ones that came to their end.';
comment on column oceanid.reconcile_cursor.full_sweep is
    'Whether the sweep under way looks at all tasks; null where none is under way.';
comment on column oceanid.reconcile_cursor.began_at is 'When the sweep under way began.';
comment on column oceanid.reconcile_cursor.since is
    'The sweep under way looks at tasks that changed after this; null for a full one.';
comment on column oceanid.reconcile_cursor.after_task is 'The sweep under way has seen the tasks up to this id.';
comment on column oceanid.reconcile_cursor.swept_at is 'When the last sweep that came to its end began.';
comment on column oceanid.reconcile_cursor.fully_at is 'When the last full sweep that came to its end began.';

create table oceanid.prediction (
    id            bigint primary key,
    project       bigint,
    task          bigint,
    model_version text,
    score         double precision,
    result        jsonb not null,
    created_at    timestamptz,
    updated_at    timestamptz,
    deleted_at    timestamptz
);
comment on table oceanid.prediction is
    'One row a prediction, as Label Studio had it when it was last read: no webhook tells of predictions.';
comment on column oceanid.prediction.deleted_at is
    'When a sweep found it gone. That of a deleted task or project stays null until then.';
create index prediction_task on oceanid.prediction (project, task);
