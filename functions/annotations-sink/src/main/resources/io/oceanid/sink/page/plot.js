// Plots by uPlot, which page.html loads before this. Each says in words what it shows; the table beside it has the numbers.

import {element} from './table.js';

const MOST_BARS = 15;
const MOST_LETTERS = 18;

/** Those that can be seen, with what draws them anew. */
const shown = new Map();

// not at once: what is drawn changes sizes again
const watch = new ResizeObserver(entries => requestAnimationFrame(() => entries.forEach(({target}) => draw(target))));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  [...shown.keys()].forEach(place => shown.get(place).width = 0);
  [...shown.keys()].forEach(draw);
});

/** Bars over time: how many events from when on. */
export function overTime(title, events) {
  const times = events.map(event => Date.parse(event.from) / 1000);
  const step = times.length > 1 ? times[1] - times[0] : 3600;
  return plot(title, () => ({
    height: 220,
    scales: {x: {range: [times[0] - step / 2, times.at(-1) + step / 2]}, y: {range: (u, low, high) => [0, Math.max(1, high * 1.05)]}},
    axes: [axis(), axis({size: 60, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4]})],
    series: [{}, bars()],
  }), [times, events.map(event => event.count)]);
}

/** Lying bars, one a label, and beside them dots if there are any. */
export function byLabel(title, rows, {bar, dot, most}) {
  const first = rows.slice(0, MOST_BARS);
  const places = first.map((row, i) => i);
  const names = first.map(row => shortened(row.label));
  const values = dot ? [first.map(bar), first.map(dot)] : [first.map(bar)];
  return plot(title, () => ({
    height: 26 * first.length + 60,
    scales: {
      x: {time: false, ori: 1, dir: -1, range: [-0.5, first.length - 0.5]},
      y: {ori: 0, range: (u, low, high) => [0, most ?? Math.max(1, high * 1.05)]},
    },
    axes: [
      axis({side: 3, size: 140, splits: () => places, values: () => names, grid: {show: false}, ticks: {show: false}}),
      axis({side: 2, space: 60}),
    ],
    series: dot ? [{}, bars(), dots()] : [{}, bars()],
  }), [places, ...values]);
}

function plot(title, options, data) {
  const place = element('div', {class: 'plot', role: 'img', 'aria-label': title});
  shown.set(place, {options, data, width: 0});
  watch.observe(place);
  return place;
}

function draw(place) {
  if (!shown.has(place)) {
    return;
  }
  const {options, data, width, drawn} = shown.get(place);
  if (!place.isConnected) {
    drawn?.destroy();
    shown.delete(place);
    watch.unobserve(place);
  } else if (place.clientWidth !== width) {
    drawn?.destroy();
    const now = {...options(), width: place.clientWidth, legend: {show: false}, cursor: {show: false}};
    shown.set(place, {options, data, width: place.clientWidth, drawn: new uPlot(now, data, place)});
  }
}

function bars() {
  return {fill: colour('--bar'), stroke: colour('--bar'), width: 0, points: {show: false}, paths: uPlot.paths.bars({size: [0.7, 40]})};
}

function dots() {
  return {stroke: colour('--dot'), paths: () => null, points: {show: true, size: 9, fill: colour('--dot')}};
}

function axis(more = {}) {
  const lines = {stroke: colour('--grid'), width: 1};
  return {stroke: colour('--soft'), font: '13px system-ui, sans-serif', grid: lines, ticks: lines, ...more};
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function shortened(text) {
  const letters = Array.from(text);
  return letters.length > MOST_LETTERS ? letters.slice(0, MOST_LETTERS - 1).join('') + '…' : text;
}
