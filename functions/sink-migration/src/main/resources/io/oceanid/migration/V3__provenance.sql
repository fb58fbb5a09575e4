-- What came by which way and did what, and what waits in quarantine to be run again.

alter table oceanid.inbox add column origin text check (origin in ('event', 'webhook', 'reconcile'));
comment on column oceanid.inbox.origin is
    'By which way the event came first: a broker''s, a raw webhook, or reconcile. Null for what came before this was told.';

create table oceanid.annotation_event (
    annotation   bigint not null,
    event_source text   not null,
    event_id     text   collate "C" not null,
    updated_at   timestamptz,
    effect       text   not null check (effect in ('set', 'stale', 'deleted')),
    primary key (annotation, event_source, event_id)
);
comment on table oceanid.annotation_event is 'Every event (oceanid.inbox) that names an annotation, and what it did to it.';
comment on column oceanid.annotation_event.updated_at is
    'The annotation''s own in that event; null where the event tells of its deletion.';
comment on column oceanid.annotation_event.effect is
    'set: it set the state. deleted: it set the tombstone. stale: what it tells was known already, or outdated.';

create table oceanid.deletion_event (
    entity       text   not null check (entity in ('project', 'task')),
    id           bigint not null,
    event_source text   not null,
    event_id     text   collate "C" not null,
    at           timestamptz not null,
    effect       text   not null check (effect in ('stale', 'deleted')),
    primary key (entity, id, event_source, event_id)
);
comment on table oceanid.deletion_event is
    'Every event that deletes a task or a project, and with it the annotations that were there by then.';

-- what set the states that stand is known
insert into oceanid.annotation_event (annotation, event_source, event_id, updated_at, effect)
select id, event_source, event_id, updated_at, 'set' from oceanid.annotation
where event_source is not null and event_id is not null;

create index if not exists prediction_task on oceanid.prediction (task);

alter table oceanid.quarantine
    add column id            bigint generated always as identity,
    add column origin        text check (origin in ('event', 'webhook', 'reconcile')),
    add column event_subject text,
    add column event_time    timestamptz,
    add column error_dest    text,
    add column error_code    text,
    add column error_data    text,
    add column tries         integer not null default 0,
    add column tried_at      timestamptz,
    add column replayed_at   timestamptz;
comment on column oceanid.quarantine.digest is
    'SHA-256 of bytes; of a dead letter, of its event''s source and id and of error_dest.';
comment on column oceanid.quarantine.id is 'In the order of arrival, more or less.';
comment on column oceanid.quarantine.origin is 'By which way the event came, where one could be read.';
comment on column oceanid.quarantine.error_dest is 'Of a dead letter: who did not take it (knativeerrordest).';
comment on column oceanid.quarantine.error_code is 'Of a dead letter: with what status (knativeerrorcode).';
comment on column oceanid.quarantine.error_data is 'Of a dead letter: and what answer (knativeerrordata).';
comment on column oceanid.quarantine.tries is 'How often it was run again.';
comment on column oceanid.quarantine.replayed_at is 'When that succeeded; until then it waits.';
create unique index quarantine_id on oceanid.quarantine (id);
create index quarantine_waiting on oceanid.quarantine (tries, id) where replayed_at is null;
