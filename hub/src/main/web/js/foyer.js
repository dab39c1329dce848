// What every page has: partial updates with htmx, and small comforts. Every page works without it.
import htmx from 'htmx.org';

window.htmx = htmx;

// A chooser that says so sends its form when it changes; its button stays for those who want it.
document.addEventListener('change', (event) => {
  const chooser = event.target.closest('[data-sends]');
  if (chooser) chooser.form.requestSubmit();
});

// While somebody types a name, what is already there is asked for; a pause of typing first.
let proposing;
document.addEventListener('input', (event) => {
  const field = event.target.closest('[data-proposes]');
  if (!field) return;
  clearTimeout(proposing);
  proposing = setTimeout(() => {
    const address = `${field.dataset.proposes}&words=${encodeURIComponent(field.value)}`;
    htmx.ajax('GET', address, { target: field.dataset.into, swap: 'innerHTML' });
  }, 350);
});

// Files may be dropped on the box around the file field; the field itself stays the way for the keyboard.
for (const box of document.querySelectorAll('[data-drop]')) {
  const field = box.querySelector('input[type=file]');
  for (const name of ['dragover', 'dragleave', 'drop']) {
    box.addEventListener(name, (event) => {
      event.preventDefault();
      box.classList.toggle('over', name === 'dragover');
      if (name === 'drop' && event.dataTransfer.files.length) {
        field.files = event.dataTransfer.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
  }
}

// A file over the node's limit is told of before it is sent: the answer would come only after the whole journey.
function tooLong(field) {
  const long = [...field.files].some((file) => file.size > Number(field.dataset.bytesMax));
  document.getElementById(field.dataset.alert).textContent = long ? field.dataset.tooLong : '';
  if (long) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  return long;
}

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-bytes-max]')) tooLong(event.target);
});

document.addEventListener('submit', (event) => {
  const field = [...event.target.querySelectorAll('[data-bytes-max]')].find(tooLong);
  if (field) {
    event.preventDefault();
    field.focus();
  }
});

// A form that is kept while somebody types goes on its way once, after what is being kept, and nothing is kept behind it: pressed twice, it
// would meet its own publication. Who stops it on its way may send it again after a while.
const ON_ITS_WAY_MILLIS = 20000;

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.hasAttribute('hx-post')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  if (form.classList.contains('htmx-request')) {
    event.preventDefault();
    form.addEventListener('htmx:afterRequest', () => {
      delete form.dataset.sent;
      form.requestSubmit(event.submitter);
    }, { once: true });
    return;
  }
  setTimeout(() => delete form.dataset.sent, ON_ITS_WAY_MILLIS);
});

document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.target.dataset.sent) event.preventDefault();
});

window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// An open menu closes with Escape and gives the focus back.
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// When a partial update ends with an address to go to, go there.
document.body.addEventListener('htmx:afterSwap', () => {
  const next = document.querySelector('[data-go]');
  if (next) window.location.assign(next.dataset.go);
});

// A performance is dragged onto another day: that fills in the form beside it and sends it. The form itself is the way for the keyboard.
let dragged;
document.addEventListener('dragstart', (event) => {
  dragged = event.target.closest?.('[data-moves]');
  if (dragged) event.dataTransfer.setData('text/plain', dragged.dataset.moves);
});

document.addEventListener('dragend', () => {
  dragged = undefined;
});

for (const name of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(name, (event) => {
    const day = dragged && event.target.closest?.('[data-day]');
    if (!day || day.dataset.lane !== dragged.dataset.lane) return;
    event.preventDefault();
    day.classList.toggle('over', name === 'dragover');
    const form = document.getElementById(dragged.dataset.moves);
    if (name === 'drop' && form.elements.day.value !== day.dataset.day) {
      form.elements.day.value = day.dataset.day;
      form.requestSubmit();
    }
  });
}

document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
