/* Follows what is saved: puts a new page in the place of the old one, or lays what is to be mended over it. */
(function () {
  'use strict';

  const KEPT = 'duixian-preview';
  const own = document.currentScript.dataset;
  let source = null;
  let shown = '';

  /** A page of the site waits for another of its own, a page of the preview for any news. */
  function isOld(news) {
    return own.build ? news.build !== own.build : news.edition && news.edition !== own.edition;
  }

  function follow(event) {
    const news = JSON.parse(event.data);
    stopped.textContent = news.stopped;
    if (isOld(news)) {
      keep();
      renew(news.page);
    } else if (!own.build) {
      tell(news);
    }
  }

  /**
   * Written into this document, a page is there in a third of the time of a reload, and without a blank moment.
   * The browser takes away all that listens to the old one, and runs the scripts of the new one as ever.
   */
  function renew(page) {
    rest();
    if (hasOurRules(page)) {
      document.open();
    }
    if (document.documentElement) {
      location.reload(); // no such page, or the browser would not open
      return;
    }
    document.write(pages.createHTML(page));
    document.close();
  }

  /** Those of the old page hold on, whatever is written. */
  function hasOurRules(page) {
    const rules = document.querySelector('[http-equiv="Content-Security-Policy"]');
    return page && (!rules || page.includes(rules.content));
  }

  function tell(news) {
    if (news.overlay === shown) {
      return;
    }
    shown = news.overlay;
    dialog.innerHTML = pages.createHTML(shown);
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
    source = new EventSource('/_changes' + asked());
    source.onmessage = follow;
    source.onopen = function () { stopped.hidden = true; };
    source.onerror = function () { stopped.hidden = false; };
  }

  function asked() {
    return own.build ? '' : '?' + new URLSearchParams({ page: location.pathname, edition: own.edition });
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

  function folds() {
    return Array.from(document.querySelectorAll('details > summary'));
  }

  function keep() {
    const kept = {
      page: location.href,
      place: [scrollX, scrollY],
      folds: folds().map(function (fold) { return [fold.textContent, fold.parentNode.open]; }),
      values: fields().map(function (field) { return [field.name, valueOf(field)]; }),
      focus: fields().indexOf(document.activeElement)
    };
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  }

  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || '{}');
    sessionStorage.removeItem(KEPT);
    if (kept.page !== location.href) {
      return;
    }
    const scrollBack = function () {
      scrollTo({ left: kept.place[0], top: kept.place[1], behavior: 'instant' });
    };
    fields().forEach(function (field, place) {
      const pair = kept.values[place];
      if (pair && pair[0] === field.name && pair[1] !== valueOf(field)) {
        retype(field, pair[1]);
      }
    });
    folds().forEach(function (fold, place) {
      const pair = kept.folds[place];
      if (pair && pair[0] === fold.textContent) {
        fold.parentNode.open = pair[1];
      }
    });
    scrollBack();
    addEventListener('load', scrollBack, { once: true }); // the browser may have gone to the place that the address names
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

  // The server escapes what is in them.
  const rules = { createHTML: function (page) { return page; } };
  const pages = window.trustedTypes ? trustedTypes.createPolicy('duixian-preview', rules) : rules;
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
  restore();
  listen();
}());
