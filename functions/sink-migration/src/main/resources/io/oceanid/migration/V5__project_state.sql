-- A project's state is what its updated_at is the time of: what Label Studio counts in it changes with every annotation.

update oceanid.project
set raw = raw - array['task_number', 'finished_task_number', 'num_tasks_with_annotations', 'total_annotations_number',
                      'useful_annotation_number', 'skipped_annotations_number', 'ground_truth_number',
                      'total_predictions_number', 'result_count']
where raw is not null;

comment on column oceanid.project.raw is
    'The project as Label Studio sent it, less its secrets and less what Label Studio counts in it.';
comment on column oceanid.project.event_id is
    'Id of an event that told this state (oceanid.inbox), of several the one that came first.';
