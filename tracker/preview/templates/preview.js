/* Follows what is saved: reloads the page when there is a new one, and lays what is to be mended over the old one. */
(function () {
  'use strict';

  const KEPT = 'duixian-preview';
  const own = document.currentScript.dataset;
  let source = null;
  let shown = '';

  /** A page of the site waits for the next good one, a page of the preview for any news. */
  function isOld(news) {
    return own.build ? news.build !== own.build : !news.overlay && news.edition !== own.edition;
  }

  function follow(event) {
    const news = JSON.parse(event.data);
    stopped.textContent = news.stopped;
    if (isOld(news)) {
      keepTyped();
      location.reload();
    } else if (!own.build) {
      tell(news);
    }
  }

  function tell(news) {
    if (news.overlay === shown) {
      return;
    }
    shown = news.overlay;
    dialog.innerHTML = overlays.createHTML(shown);
    bar.textContent = news.again;
    if (shown) {
      open();
    } else {
      dialog.close();
      bar.hidden = true;
    }
  }

  function open() {
    bar.hidden = true;
    if (!dialog.open) {
      dialog.showModal();
    }
    dialog.scrollTop = 0;
    dialog.querySelector('h2').focus();
  }

  /** Hidden pages let go of their connection: a browser has six for all of them. */
  function listen() {
    if (document.hidden || source) {
      return;
    }
    source = new EventSource('/_changes');
    source.onmessage = follow;
    source.onopen = function () { stopped.hidden = true; };
    source.onerror = function () { stopped.hidden = false; };
  }

  function rest() {
    if (source) {
      source.close();
      source = null;
    }
  }

  function fields() {
    return Array.from(document.querySelectorAll('input, select, textarea'));
  }

  function valueOf(field) {
    return field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value;
  }

  function keepTyped() {
    const kept = {
      page: location.href,
      values: fields().map(function (field) { return [field.name, valueOf(field)]; }),
      focus: fields().indexOf(document.activeElement)
    };
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  }

  function restoreTyped() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || '{}');
    sessionStorage.removeItem(KEPT);
    if (kept.page !== location.href) {
      return;
    }
    fields().forEach(function (field, place) {
      const pair = kept.values[place];
      if (pair && pair[0] === field.name && pair[1] !== valueOf(field)) {
        retype(field, pair[1]);
      }
    });
    if (kept.focus >= 0 && fields()[kept.focus]) {
      fields()[kept.focus].focus({ preventScroll: true });
    }
  }

  function retype(field, value) {
    if (typeof value === 'boolean') {
      field.checked = value;
    } else {
      field.value = value;
    }
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function made(name, kind) {
    const element = document.createElement(name);
    element.className = kind;
    document.body.append(element);
    return element;
  }

  // The server escapes what is in it.
  const rules = { createHTML: function (overlay) { return overlay; } };
  const overlays = window.trustedTypes ? trustedTypes.createPolicy('duixian-preview', rules) : rules;
  const dialog = made('dialog', 'preview-overlay');
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-labelledby', 'preview-title');
  dialog.setAttribute('aria-describedby', 'preview-old');
  dialog.addEventListener('click', function (event) {
    if (event.target.closest('[data-preview-close]')) {
      dialog.close();
    }
  });
  dialog.addEventListener('close', function () { bar.hidden = !shown; });
  const bar = made('button', 'preview-bar');
  bar.type = 'button';
  bar.hidden = true;
  bar.addEventListener('click', open);
  const stopped = made('p', 'preview-bar');
  stopped.setAttribute('role', 'status');
  stopped.hidden = true;

  document.addEventListener('visibilitychange', function () {
    (document.hidden ? rest : listen)();
  });
  addEventListener('pagehide', rest);
  addEventListener('pageshow', listen);
  restoreTyped();
  listen();
}());
