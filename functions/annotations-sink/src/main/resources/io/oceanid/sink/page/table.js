// Tables and texts. Whatever comes from the tables of the sink is text: nothing here makes markup of it.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** columns: {title, of: row => text, number: whether it is one}; the first one names the row. */
export function table(caption, columns, rows) {
  const numbered = column => column.number ? {class: 'number'} : {};
  const head = columns.map(column => element('th', {scope: 'col', ...numbered(column)}, column.title));
  const body = rows.map(row => element('tr', {}, ...columns.map((column, i) => i === 0
    ? element('th', {scope: 'row', ...numbered(column)}, column.of(row))
    : element('td', numbered(column), column.of(row)))));
  return element('div', {class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption},
    element('table', {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...body)));
}

export function folded(title, content) {
  return element('details', {}, element('summary', {}, title), content);
}

export function note(text) {
  return element('p', {class: 'note'}, text);
}

export function trouble(text) {
  return element('p', {class: 'trouble', role: 'alert'}, text);
}

export function whole(number) {
  return number.toLocaleString();
}

/** A count that may have been broken off. */
export function counted({count, more}) {
  return whole(count) + (more ? ' or more' : '');
}

export function ratio(number) {
  return number === null ? '–' : number.toLocaleString(undefined, {minimumFractionDigits: 2, maximumFractionDigits: 2});
}

export function time(text) {
  return text === null ? '–' : new Date(text).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'});
}
