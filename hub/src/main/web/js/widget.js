/**
 * The programme of a house on its own website, by one line:
 *   <script async src="https://NODE/widget.js" data-house="SLUG"></script>
 * Optional: data-lang (fr, en), data-limit (1 to 50), data-view (list, month). It reads the house's public programme, keeps nothing,
 * sends no cookie, asks no other host, and takes the letters and colours of the page around it. To be told otherwise: the custom
 * properties --foyer-accent and --foyer-line.
 */
const WORDS = {
  fr: {
    programme: 'Programme', none: 'Rien n’est annoncé pour l’instant.', wait: 'Le programme arrive…',
    failed: 'Le programme ne répond pas.', whole: 'Tout le programme', before: 'Mois précédent', after: 'Mois suivant',
    cancelled: 'Annulé', postponed: 'Reporté', rescheduled: 'Nouvelle date', moved_online: 'En ligne', simulated: 'Données simulées',
    quiet: 'Rien ce mois-ci.', over: 'Aucune date n’est annoncée. Les dernières\u00a0:'
  },
  en: {
    programme: 'Programme', none: 'Nothing is announced for now.', wait: 'The programme is coming…',
    failed: 'The programme does not answer.', whole: 'The whole programme', before: 'Month before', after: 'Month after',
    cancelled: 'Cancelled', postponed: 'Postponed', rescheduled: 'New date', moved_online: 'Online', simulated: 'Simulated data',
    quiet: 'Nothing in this month.', over: 'No date is announced. The last ones:'
  }
};

const STYLE = `
:host { display: block; color: inherit; font: inherit; }
* { box-sizing: border-box; }
h2 { font-size: 1.4em; margin: 0 0 .5em; }
ol { list-style: none; margin: 0; padding: 0; }
li.show { display: grid; grid-template-columns: minmax(7em, 10em) 1fr; gap: .2em 1em; padding: .7em 0; border-top: 1px solid var(--foyer-line, color-mix(in srgb, currentColor 25%, transparent)); }
li p { margin: 0; }
.title { font-weight: 600; overflow-wrap: anywhere; }
a { color: var(--foyer-accent, inherit); text-underline-offset: .15em; }
.state { font-weight: 600; text-transform: uppercase; font-size: .8em; letter-spacing: .04em; border: 1px solid; padding: 0 .4em; margin-inline-start: .5em; }
.off .title { text-decoration: line-through; }
nav { display: flex; gap: .6em; align-items: center; justify-content: space-between; margin-bottom: .5em; }
button { font: inherit; color: inherit; background: none; border: 1px solid currentColor; min-width: 2.75em; min-height: 2.75em; cursor: pointer; }
:focus-visible { outline: 3px solid var(--foyer-accent, currentColor); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th { font-weight: 400; font-size: .85em; padding: .3em; }
td { vertical-align: top; border: 1px solid var(--foyer-line, color-mix(in srgb, currentColor 25%, transparent)); padding: .3em; height: 4em; overflow-wrap: anywhere; }
td p { margin: .2em 0 0; font-size: .85em; }
.note { margin-top: .8em; font-size: .9em; }
@media (max-width: 34em) { li.show { grid-template-columns: 1fr; } table.month { display: none; } }
@media (min-width: 34.01em) { ol.narrow { display: none; } }
`;

function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') { element.className = value; } else { element.setAttribute(name, value); }
  }
  element.append(...children);
  return element;
}

/** A house's days and hours have no zone here: what stands on the poster is shown, wherever the reader is. */
function local(text) {
  return new Date(`${text}Z`);
}

class Programme {
  constructor(script) {
    const asked = script.dataset;
    this.node = new URL('.', script.src).href.replace(/\/$/, '');
    this.house = asked.house || '';
    const page = asked.lang || document.documentElement.lang || navigator.language || 'en';
    this.language = page.toLowerCase().startsWith('fr') ? 'fr' : 'en';
    this.words = WORDS[this.language];
    this.limit = Math.min(50, Math.max(1, Number.parseInt(asked.limit, 10) || 10));
    this.monthly = asked.view === 'month';
    const place = make('div', { lang: this.language });
    script.after(place);
    this.root = place.attachShadow({ mode: 'open' });
    this.body = make('section', { 'aria-label': this.words.programme, 'aria-live': 'polite' });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    this.root.adoptedStyleSheets = [style];
    this.root.append(this.body);
  }

  format(date, options) {
    return new Intl.DateTimeFormat(this.language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: 'UTC', ...options }).format(date);
  }

  async read(query) {
    const address = `${this.node}/api/houses/${encodeURIComponent(this.house)}/programme/shown?${new URLSearchParams(query)}`;
    const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', mode: 'cors' });
    if (!answer.ok) { throw new Error(`${answer.status}`); }
    return answer.json();
  }

  async show() {
    this.body.replaceChildren(make('p', {}, this.words.wait));
    try {
      if (this.monthly) { await this.month(); } else { await this.list(); }
    } catch {
      const programme = `${this.node}/h/${encodeURIComponent(this.house)}/programme`;
      this.body.replaceChildren(make('p', {}, this.words.failed, ' ', make('a', { href: programme }, this.words.whole)));
    }
  }

  async list() {
    const told = await this.read({ limit: this.limit });
    const shows = told.shows.map((show) => this.line(show));
    this.body.replaceChildren(
      make('h2', {}, told.house),
      ...(told.over && shows.length > 0 ? [make('p', {}, this.words.over)] : []),
      ...(shows.length > 0 ? [make('ol', {}, ...shows)] : [make('p', {}, this.words.none)]),
      this.note(told));
  }

  note(told) {
    const note = make('p', { class: 'note' }, make('a', { href: told.page }, this.words.whole));
    if (told.simulated) { note.append(` · ${this.words.simulated}`); }
    return note;
  }

  when(show) {
    const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' };
    return show.starts
      ? this.format(local(show.starts), { ...day, hour: '2-digit', minute: '2-digit' })
      : this.format(local(`${show.day}T00:00`), day);
  }

  title(show) {
    const title = make('span', { class: 'title' }, show.address ? make('a', { href: show.address }, show.title) : show.title);
    const state = this.words[show.state];
    return state ? [title, make('span', { class: 'state' }, state)] : [title];
  }

  line(show) {
    const off = show.state === 'cancelled' ? ' off' : '';
    return make('li', { class: `show${off}` },
      make('p', {}, make('time', { datetime: show.starts || show.day }, this.when(show))),
      make('div', {}, make('p', {}, ...this.title(show)), make('p', {}, show.place)));
  }

  async month(first) {
    const asked = first ? { from: first, to: this.lastOf(first), limit: 100 } : { limit: 1 };
    let told = await this.read(asked);
    let begin = first;
    if (!begin) {
      begin = `${(told.shows[0]?.day || new Date().toISOString()).slice(0, 7)}-01`;
      told = await this.read({ from: begin, to: this.lastOf(begin), limit: 100 });
    }
    const name = this.format(local(`${begin}T00:00`), { month: 'long', year: 'numeric' });
    this.body.replaceChildren(
      make('h2', {}, told.house),
      make('nav', { 'aria-label': this.words.programme }, this.turn(begin, -1), make('strong', {}, name), this.turn(begin, 1)),
      this.grid(begin, told.shows, name),
      told.shows.length > 0
        ? make('ol', { class: 'narrow' }, ...told.shows.map((show) => this.line(show)))
        : make('p', {}, this.words.quiet),
      this.note(told));
  }

  lastOf(first) {
    const day = local(`${first}T00:00`);
    return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
  }

  turn(first, by) {
    const day = local(`${first}T00:00`);
    const to = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + by, 1)).toISOString().slice(0, 10);
    const label = by < 0 ? this.words.before : this.words.after;
    const button = make('button', { type: 'button', 'aria-label': label, title: label }, by < 0 ? '‹' : '›');
    button.addEventListener('click', async () => {
      try {
        await this.month(to);
        this.body.querySelectorAll('button')[by < 0 ? 0 : 1]?.focus();
      } catch {
        await this.show();
      }
    });
    return button;
  }

  grid(first, shows, name) {
    const start = local(`${first}T00:00`);
    const cells = Array.from({ length: (start.getUTCDay() + 6) % 7 }, () => make('td', {}));
    const days = Number(this.lastOf(first).slice(8));
    for (let day = 1; day <= days; day += 1) {
      const iso = `${first.slice(0, 8)}${String(day).padStart(2, '0')}`;
      cells.push(make('td', {}, String(day), ...shows.filter((show) => show.day === iso).map((show) => this.cell(show))));
    }
    while (cells.length % 7 > 0) { cells.push(make('td', {})); }
    const rows = [];
    while (cells.length > 0) { rows.push(make('tr', {}, ...cells.splice(0, 7))); }
    // the 5th of January 2026 was a Monday
    const week = Array.from({ length: 7 }, (_, day) =>
      make('th', { scope: 'col' }, this.format(new Date(Date.UTC(2026, 0, 5 + day)), { weekday: 'short' })));
    return make('table', { class: 'month', 'aria-label': name }, make('thead', {}, make('tr', {}, ...week)), make('tbody', {}, ...rows));
  }

  cell(show) {
    const hour = show.starts ? `${this.format(local(show.starts), { hour: '2-digit', minute: '2-digit' })} ` : '';
    return make('p', show.state === 'cancelled' ? { class: 'off' } : {}, hour, ...this.title(show));
  }
}

if (document.currentScript) {
  new Programme(document.currentScript).show();
}
