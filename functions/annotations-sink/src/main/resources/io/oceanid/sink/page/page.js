// Asks the sink for what it has, and shows it. Once, and when somebody says so: a page that asked by itself would keep the
// function from going to zero.

import {byLabel, overTime} from './plot.js';
import {counted, element, folded, note, ratio, table, time, trouble, whole} from './table.js';

const NEWEST = 1000;
const WAITING = 20;

const at = id => document.getElementById(id);

/** The answer, or an error with words for people. */
async function ask(path) {
  let answer;
  try {
    answer = await fetch(path, {headers: {Accept: 'application/json'}});
  } catch {
    throw new Error('The sink does not answer.');
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(`The sink answers ${answer.status}${problem.detail ? ': ' + problem.detail : ''}.`);
  }
  return answer.json();
}

/** Puts what comes of a promise into places; what goes wrong, too. */
async function fill(ids, made, told = ({message}) => [trouble(message)]) {
  let contents;
  try {
    contents = await made;
  } catch (error) {
    contents = ids.map(() => told(error));
  }
  ids.forEach((id, i) => at(id).replaceChildren(...contents[i]));
}

const eventColumns = [
  {title: 'From', of: event => time(event.from)},
  {title: 'Events', number: true, of: counted},
];

const typeColumns = [
  {title: 'Type', of: shortType},
  {title: 'Came by', of: each => ({event: 'broker', webhook: 'webhook', reconcile: 'reconcile'})[each.origin] ?? 'not kept'},
  {title: 'Events', number: true, of: each => whole(each.count)},
];

const projectColumns = [
  {title: 'Project', of: nameOf},
  {title: 'Last sweep', of: project => time(project.sweptAt)},
  {title: 'Last full sweep', of: project => time(project.fullyAt)},
  {title: 'Under way', of: ({underWay}) => underWay === null ? '–'
    : `${underWay.full ? 'full' : 'incremental'}, since ${time(underWay.beganAt)}, after task ${underWay.afterTask ?? 0}`},
];

const waitingColumns = [
  {title: 'Id', number: true, of: each => String(each.id)},
  {title: 'Came', of: each => time(each.receivedAt)},
  {title: 'Type', of: shortType},
  {title: 'Why', of: each => each.reason},
  {title: 'Tries', number: true, of: each => whole(each.tries)},
];

const labelColumns = [
  {title: 'Label', of: each => each.label},
  {title: 'Regions', number: true, of: each => whole(each.regions)},
];

const scoreColumns = [
  {title: 'Label', of: each => each.label},
  {title: 'Predicted', number: true, of: each => whole(each.exact.predicted)},
  {title: 'Annotated', number: true, of: each => whole(each.exact.annotated)},
  {title: 'Precision', number: true, of: each => ratio(each.exact.precision)},
  {title: 'Recall', number: true, of: each => ratio(each.exact.recall)},
  {title: 'F1', number: true, of: each => ratio(each.exact.f1)},
  {title: 'F1, overlap', number: true, of: each => ratio(each.overlap.f1)},
];

function shortType({type}) {
  return type === null ? '–' : type.replace('io.oceanid.labelstudio.', '');
}

function nameOf(project) {
  return project.title ? `${project.title} (${project.id})` : `Project ${project.id}`;
}

async function events(overview) {
  const {events, bucket, latest} = await overview;
  const types = latest.length === 0 ? [note('No event has come yet.')]
    : [table(`Of the latest ${whole(latest.reduce((sum, each) => sum + each.count, 0))} events`, typeColumns, latest)];
  if (events.every(event => event.count === 0)) {
    return [[note(`No event in these ${events.length} ${bucket}s.`)], types];
  }
  const shown = table(`Events by ${bucket}`, eventColumns, events.toReversed());
  return [[overTime(`Events by ${bucket}, as bars over time`, events), folded('As a table', shown)], types];
}

async function tiles(overview) {
  const {projects, moreProjects, quarantine} = await overview;
  const sweeps = projects.map(project => project.sweptAt).filter(swept => swept !== null).sort();
  return [
    [counted({count: projects.length, more: moreProjects})],
    [sweeps.length === 0 ? 'none yet' : time(sweeps.at(-1))],
    [counted(quarantine)],
  ];
}

/** Of the last 24 hours and the part of one that is under way. */
async function ofADay(overview) {
  const hours = (await overview).events.slice(-25);
  return [[counted({count: hours.reduce((sum, hour) => sum + hour.count, 0), more: hours.some(hour => hour.more)})]];
}

async function reconcile(overview) {
  const {projects, moreProjects} = await overview;
  if (projects.length === 0) {
    return [[note('No project is known yet.')]];
  }
  const caption = moreProjects ? `The ${projects.length} newest projects` : 'Projects, the newest first';
  return [[table(caption, projectColumns, projects)]];
}

async function quarantine() {
  const {waiting, next} = await ask(`quarantine?limit=${WAITING}`);
  if (waiting.length === 0) {
    return [[note('Nothing waits.')]];
  }
  return [[table(next === null ? 'What waits' : `The first ${WAITING} that wait`, waitingColumns, waiting)]];
}

async function labels(project) {
  const found = await ask(`projects/${project}/labels?newest=${NEWEST}`);
  if (found.labels.length === 0) {
    return [[note(`No label in ${ofWhat(found)}.`)]];
  }
  const caption = `Regions in ${ofWhat(found)}${found.moreLabels ? ', the most frequent labels' : ''}`;
  return [[
    byLabel('Regions by label, as bars', found.labels, {bar: each => each.regions}),
    table(caption, labelColumns, found.labels),
  ]];
}

function ofWhat({annotations, all}) {
  return all ? `all ${whole(annotations)} annotations` : `the newest ${whole(annotations)} annotations`;
}

async function agreement(project) {
  const {models} = await ask(`projects/${project}/agreement?newest=${NEWEST}`);
  if (models.length === 0) {
    return [[note(`None of the newest ${whole(NEWEST)} annotations has a prediction to compare it with.`)]];
  }
  return [models.flatMap(ofModel)];
}

function ofModel(model) {
  const name = model.modelVersion ?? 'a model without a version';
  const title = element('h3', {}, `${name}: F1 ${ratio(model.exact.f1)} exact, ${ratio(model.overlap.f1)} overlap`);
  const about = `${name}, ${whole(model.annotations)} annotations of ${whole(model.tasks)} tasks`;
  if (model.labels.length === 0) {
    return [title, note('No spans on either side.')];
  }
  const key = element('p', {class: 'key', 'aria-hidden': 'true'},
    element('span', {class: 'bar'}, '■'), ' F1, exact ', element('span', {class: 'dot'}, '●'), ' F1, overlap');
  return [
    title,
    byLabel(`F1 of ${name} by label: bars for exact agreement, dots for overlap`, model.labels,
      {bar: each => each.exact.f1, dot: each => each.overlap.f1, most: 1}),
    key,
    table(about, scoreColumns, model.labels),
  ];
}

function showProjects(projects) {
  const choice = at('project');
  const chosen = choice.value;
  choice.replaceChildren(...projects.map(project => element('option', {value: String(project.id)}, nameOf(project))));
  choice.disabled = projects.length === 0;
  if (projects.some(project => String(project.id) === chosen)) {
    choice.value = chosen;
  }
}

async function showProject() {
  const id = at('project').value;
  if (id === '') {
    await fill(['labels', 'agreement'], [[note('No project is known yet.')], [note('No project is known yet.')]]);
  } else {
    await Promise.all([fill(['labels'], labels(id)), fill(['agreement'], agreement(id))]);
  }
}

function bucket() {
  return document.querySelector('input[name=by]:checked').value;
}

async function showEvents() {
  await fill(['events', 'latest'], events(ask(`overview?by=${bucket()}`)));
}

async function refresh() {
  const unknown = () => ['–'];
  at('refresh').disabled = true;
  at('as-of').textContent = 'Reading …';
  const hours = ask('overview?by=hour');
  const overview = bucket() === 'hour' ? hours : ask(`overview?by=${bucket()}`);
  await Promise.all([
    fill(['events', 'latest'], events(overview)),
    fill(['tile-events'], ofADay(hours), unknown),
    fill(['tile-projects', 'tile-sweep', 'tile-quarantine'], tiles(hours), unknown),
    fill(['reconcile'], reconcile(hours)),
    fill(['quarantine'], quarantine()),
    hours.then(({projects}) => showProjects(projects))
      .then(showProject, error => fill(['labels', 'agreement'], Promise.reject(error))),
  ]);
  at('as-of').textContent = `As of ${time(new Date().toISOString())}`;
  at('refresh').disabled = false;
}

at('refresh').addEventListener('click', refresh);
at('project').addEventListener('change', showProject);
at('bucket').addEventListener('change', showEvents);
refresh();
