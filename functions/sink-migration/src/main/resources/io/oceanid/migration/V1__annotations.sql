-- What Label Studio tells, as it stands now, and the inbox of the events that told it.
-- Times are Label Studio's own unless said otherwise. Ids are Label Studio's: one database holds one Label Studio.

create table oceanid.inbox (
    source      text        not null,
    id          text        collate "C" not null,
    type        text        not null,
    subject     text,
    time        timestamptz,
    received_at timestamptz not null default now(),
    digest      bytea       not null,
    mended      boolean     not null,
    primary key (source, id)
);
comment on table oceanid.inbox is 'Every event whose effects are in the tables, once.';
comment on column oceanid.inbox.digest is 'SHA-256 of the event''s data as received.';
comment on column oceanid.inbox.mended is
    'True where the data held NUL or half a surrogate pair, which PostgreSQL cannot store: U+FFFD stands in their place.';

create table oceanid.project (
    id           bigint primary key,
    title        text,
    label_config text,
    created_at   timestamptz,
    updated_at   timestamptz,
    tombstone_at timestamptz,
    deleted_at   timestamptz generated always as
        (case when tombstone_at >= coalesce(created_at, '-infinity') then tombstone_at end) stored,
    event_source text,
    event_id     text collate "C",
    raw          jsonb
);
comment on column oceanid.project.raw is 'The project as Label Studio sent it, less its secrets.';

create table oceanid.task (
    id           bigint primary key,
    project      bigint,
    inner_id     bigint,
    is_labeled   boolean,
    data         jsonb,
    meta         jsonb,
    created_at   timestamptz,
    updated_at   timestamptz,
    tombstone_at timestamptz,
    inherited_at timestamptz,
    deleted_at   timestamptz generated always as
        (case when greatest(tombstone_at, inherited_at) >= coalesce(created_at, '-infinity')
              then greatest(tombstone_at, inherited_at) end) stored,
    event_source text,
    event_id     text collate "C",
    raw          jsonb
);
comment on column oceanid.task.raw is 'The task as Label Studio sent it, less data and meta.';
create index task_project on oceanid.task (project, id);

create table oceanid.annotation (
    id                bigint primary key,
    project           bigint,
    task              bigint,
    unique_id         text,
    completed_by      bigint,
    updated_by        bigint,
    was_cancelled     boolean,
    ground_truth      boolean,
    lead_time         double precision,
    parent_prediction bigint,
    parent_annotation bigint,
    created_at        timestamptz,
    updated_at        timestamptz,
    tombstone_at      timestamptz,
    inherited_at      timestamptz,
    deleted_at        timestamptz generated always as
        (case when greatest(tombstone_at, inherited_at) >= coalesce(created_at, '-infinity')
              then greatest(tombstone_at, inherited_at) end) stored,
    event_source      text,
    event_id          text collate "C",
    raw               jsonb
);
comment on table oceanid.annotation is
    'One row an annotation: its newest state by updated_at. A row without updated_at is the tombstone of one never seen.';
comment on column oceanid.annotation.lead_time is 'Seconds.';
comment on column oceanid.annotation.tombstone_at is 'When the deletion of this id was last announced.';
comment on column oceanid.annotation.inherited_at is
    'When the deletion of the task or the project was last announced.';
comment on column oceanid.annotation.deleted_at is
    'The later of both, if this annotation was there by then: Label Studio may give an id anew.';
comment on column oceanid.annotation.event_id is 'Id of the event that set this state (oceanid.inbox).';
comment on column oceanid.annotation.raw is 'The annotation as Label Studio sent it, less a result that is a list: that is in region and relation.';
create index annotation_task on oceanid.annotation (task);
create index annotation_project on oceanid.annotation (project, task);

create table oceanid.region (
    annotation      bigint  not null references oceanid.annotation on delete cascade,
    ordinal         integer not null,
    id              text,
    from_name       text,
    to_name         text,
    type            text    not null,
    labels          text[]  not null,
    span_start      integer,
    span_end        integer,
    text            text,
    offset_mismatch boolean,
    x               double precision,
    y               double precision,
    width           double precision,
    height          double precision,
    rotation        double precision,
    original_width  integer,
    original_height integer,
    start_time      double precision,
    end_time        double precision,
    score           double precision,
    origin          text,
    parent_id       text,
    item_index      integer,
    raw             jsonb   not null,
    primary key (annotation, ordinal)
);
comment on table oceanid.region is 'One row a region of an annotation''s newest state.';
comment on column oceanid.region.ordinal is 'Position in the annotation''s result, from 0; relations count along.';
comment on column oceanid.region.span_start is 'Unicode code points from the start of the text.';
comment on column oceanid.region.span_end is 'Unicode code points from the start of the text, exclusive.';
comment on column oceanid.region.offset_mismatch is
    'True where span and text do not agree; null where there was no text to compare with.';
comment on column oceanid.region.x is 'Left edge of the box around the region, percent of the image.';
comment on column oceanid.region.start_time is 'Seconds, in sound, video and time series.';

create table oceanid.relation (
    annotation bigint  not null references oceanid.annotation on delete cascade,
    ordinal    integer not null,
    from_id    text,
    to_id      text,
    direction  text,
    labels     text[]  not null,
    raw        jsonb   not null,
    primary key (annotation, ordinal)
);
comment on table oceanid.relation is 'One row a relation between two regions of an annotation''s newest state.';

create table oceanid.label_link (
    id           bigint primary key,
    project      bigint,
    label        bigint,
    from_name    text,
    title        text,
    updated_at   timestamptz,
    tombstone_at timestamptz,
    event_source text,
    event_id     text collate "C",
    raw          jsonb
);

create table oceanid.quarantine (
    digest       bytea       primary key,
    reason       text        not null,
    event_source text,
    event_id     text collate "C",
    event_type   text,
    content_type text,
    bytes        bytea       not null,
    received_at  timestamptz not null default now()
);
comment on table oceanid.quarantine is 'What could not be read or stored, once, and why.';
comment on column oceanid.quarantine.digest is 'SHA-256 of bytes.';
comment on column oceanid.quarantine.bytes is 'As received, less the secrets of projects.';

-- For analysts and training jobs: what holds now.

create view oceanid.current_annotation as
    select * from oceanid.annotation
    where updated_at is not null and deleted_at is null and not was_cancelled;
comment on view oceanid.current_annotation is 'Annotations that are neither deleted nor skipped.';

create view oceanid.current_region as
    select a.project, a.task, a.completed_by, a.ground_truth, a.updated_at, r.*
    from oceanid.region r join oceanid.current_annotation a on a.id = r.annotation;
comment on view oceanid.current_region is 'Regions of the annotations that are neither deleted nor skipped.';
