// Reads pages as a search engine does and tells, as JSON, what the validator says of each: how many events, and every issue.
import { readFileSync } from 'node:fs';
import Validator from '@adobe/structured-data-validator';
import WebAutoExtractor from '@marbec/web-auto-extractor';

const EVENTS = ['Event', 'TheaterEvent', 'DanceEvent', 'MusicEvent', 'ComedyEvent', 'ChildrensEvent', 'Festival',
  'PerformingArtsEvent', 'ScreeningEvent', 'LiteraryEvent', 'ExhibitionEvent'];

const validator = new Validator();
for (const type of EVENTS) {
  validator.registeredHandlers[type] = [() => import('./event.js')];
}
const told = [];
for (const page of process.argv.slice(2)) {
  const read = new WebAutoExtractor({ addLocation: true, embedSource: ['rdfa', 'microdata'] }).parse(readFileSync(page, 'utf8'));
  const issues = await validator.validate(read);
  const types = Object.fromEntries(Object.entries(read.jsonld).map(([type, found]) => [type, found.length]));
  const events = EVENTS.reduce((sum, type) => sum + (types[type] ?? 0), 0);
  told.push({ page, types, events, unread: read.errors ?? [], issues: issues.map(({ issueMessage, severity, path }) =>
    ({ issueMessage, severity, path: JSON.stringify(path) })) });
}
console.log(JSON.stringify(told));
