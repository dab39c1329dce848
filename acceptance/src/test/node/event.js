// What Google asks of an event (developers.google.com/search/docs/appearance/structured-data/event): the validator has no rules for
// events of its own, so these are given to it, in its own terms.
import BaseValidator from '@adobe/structured-data-validator/src/types/base.js';

const STATES = ['Cancelled', 'MovedOnline', 'Postponed', 'Rescheduled', 'Scheduled'].flatMap((state) => [
  `http://schema.org/Event${state}`,
  `https://schema.org/Event${state}`,
]);

export default class EventValidator extends BaseValidator {
  getConditions() {
    return [
      this.required('name', 'string'),
      this.required('startDate', 'string'),
      this.required('location', 'arrayOrObject'),
      this.required('location.address'),
      this.start,
      this.state,
      this.recommended('description'),
      this.recommended('endDate'),
      this.recommended('eventStatus'),
      this.recommended('image'),
      this.recommended('offers'),
      this.recommended('organizer'),
      this.recommended('performer'),
    ].map((condition) => condition.bind(this));
  }

  error(name, says) {
    return { issueMessage: says, severity: 'ERROR', path: this.path, fieldNames: [name] };
  }

  /** A day, or a moment with the clock it is told by; midnight stands for no unknown hour. */
  start(event) {
    const text = String(event.startDate ?? '');
    return /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.test(text)
      ? null
      : this.error('startDate', `not a day or a moment with its offset: ${text}`);
  }

  state(event) {
    return event.eventStatus === undefined || STATES.includes(event.eventStatus)
      ? null
      : this.error('eventStatus', `unknown: ${event.eventStatus}`);
  }
}
