-- How many events came when, without reading all that ever came. What it costs an event: one entry at the index's end.

create index inbox_received on oceanid.inbox (received_at);
